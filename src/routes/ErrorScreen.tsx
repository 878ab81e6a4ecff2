import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { downloadPlan } from '#features/export/downloadPlan.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import styles from './ErrorScreen.module.css'
import { Message } from './Message.tsx'

/** The network is gone, or a newer version took the place of the one that this page began with. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|module script failed|unable to preload/i.test(error.message)
  )
}

/** Our own bug, or a part of the app that did not load. The text of an open plan can still be taken away. */
export function ErrorScreen({ error }: ErrorComponentProps) {
  const { current } = useRouter().options.context
  const shown = current.state.getState()
  const isUnsaved = shown.kind === 'plan' && shown.session.state.getState().save.kind === 'failed'
  return (
    <Message
      title={isMissingPart(error) ? 'A part of Braid did not load' : 'Something went wrong in Braid'}
      actions={
        <>
          <Button variant="primary" onClick={() => location.reload()}>
            Reload the page
          </Button>
          {shown.kind === 'plan' && (
            <Button icon="download" onClick={() => downloadPlan(shown.session)}>
              Download the plan
            </Button>
          )}
          <ButtonLink href="#/" onClick={() => setTimeout(() => location.reload())}>
            Go to my plans
          </ButtonLink>
        </>
      }
    >
      <p>
        {isUnsaved
          ? 'Your latest edits could not be stored. Download the plan before you reload the page.'
          : 'Your plans are safe: every edit is stored in this browser as it is made. Reload the page to go on.'}
      </p>
      <details className={styles.details}>
        <summary>What the browser said</summary>
        <pre>{error instanceof Error ? error.stack : String(error)}</pre>
      </details>
    </Message>
  )
}
