import { useState } from 'react'
import { useSaveState } from '#session/SessionContext.tsx'
import { ButtonLink } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import styles from './Notice.module.css'

/** Marks the example. After the first edit it keeps its place, so that the board does not jump, and says what became of it. */
export function ExampleNotice({ homeHref }: { readonly homeHref: string }) {
  const isTouched = useSaveState().kind !== 'untouched'
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  return (
    <section className={styles.notice} aria-label="About this plan">
      <Icon name="info" />
      <p className={styles.words} role="status">
        {isTouched
          ? 'The example is now a plan of yours. You find it again under “My plans”.'
          : 'This is an example plan. Change anything, or start from a template.'}
      </p>
      <div className={styles.actions}>
        {isTouched ? (
          <IconButton size="small" icon="close" label="Dismiss" onClick={() => setShown(false)} />
        ) : (
          <ButtonLink size="small" href={homeHref}>
            Start from a template
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
