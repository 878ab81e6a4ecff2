import { fileName } from '#plan/export/fileName.ts'
import { encodeFile } from '#plan/file.ts'
import type { Leftover } from '#session/library.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { downloadFile } from '#ui/downloadFile.ts'
import { Message } from './Message.tsx'
import styles from './UnreadablePlan.module.css'

interface UnreadablePlanProps {
  readonly isNewer: boolean
  /** What happened, for a person. */
  readonly message: string
  readonly leftover: Leftover
}

/** A plan that cannot be opened to be edited: its text to read, as far as it can be made out, and all of it to take away. */
export function UnreadablePlan({ isNewer, message, leftover: { salvaged, raw } }: UnreadablePlanProps) {
  const name = salvaged?.name ?? 'Plan'
  const downloadText = () => {
    if (salvaged) downloadFile(fileName(name, 'md'), 'text/markdown', encodeFile(salvaged.text, salvaged.envelope))
  }
  const downloadRaw = () =>
    downloadFile(fileName(`${name} - as stored`, 'json'), 'application/json', new TextEncoder().encode(raw ?? ''))
  return (
    <Message
      title={isNewer ? 'This plan is from a newer version of Braid' : 'This plan is damaged'}
      actions={
        <>
          {isNewer && (
            <Button variant="primary" onClick={() => location.reload()}>
              Reload the page
            </Button>
          )}
          {salvaged && (
            <Button icon="download" onClick={downloadText}>
              Download Markdown
            </Button>
          )}
          {raw !== null && (
            <Button icon="download" onClick={downloadRaw}>
              Download what is stored
            </Button>
          )}
          <ButtonLink href="#/">Go to my plans</ButtonLink>
        </>
      }
    >
      <p>{message}</p>
      {salvaged && (
        <>
          <p>
            {isNewer
              ? 'Until then it can be read and downloaded here, but not edited.'
              : 'This text was found in what is stored. Parts of it may be missing or wrong.'}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys */}
          <section className={styles.text} tabIndex={0} aria-label="Text of the plan">
            <pre>{salvaged.text}</pre>
          </section>
        </>
      )}
    </Message>
  )
}
