import { useState } from 'react'
import { useIsOnlyShown, useSession } from '#session/SessionContext.tsx'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { CompareDialog } from './CompareDialog.tsx'
import styles from './Share.module.css'
import { type OwnCopy, useOwnCopy } from './useOwnCopy.ts'

interface LinkNoticeProps {
  readonly planHref: (id: string) => string
}

/** Over a plan that came with a link: what it is, what of it is here already, and the way to keep it. */
export function LinkNotice({ planHref }: LinkNoticeProps) {
  const { keep } = useSession()
  const isOnlyShown = useIsOnlyShown()
  const own = useOwnCopy()
  const [isComparing, setComparing] = useState(false)
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  return (
    <section className={styles.notice} aria-label="About this plan">
      <Icon name="link" />
      <p className={styles.words} role="status">
        {isOnlyShown ? wordsFor(own) : 'This plan is now yours. You find it again under “My plans”.'}
      </p>
      <div className={styles.noticeActions}>
        {isOnlyShown && own?.kind === 'differs' && (
          <Button size="small" onClick={() => setComparing(true)}>
            Compare
          </Button>
        )}
        {isOnlyShown && own && (
          <ButtonLink size="small" href={planHref(own.id)}>
            Open mine
          </ButtonLink>
        )}
        {isOnlyShown ? (
          <Button size="small" variant="primary" onClick={keep}>
            Keep a copy
          </Button>
        ) : (
          <IconButton size="small" icon="close" label="Dismiss" onClick={() => setShown(false)} />
        )}
      </div>
      {isComparing && own?.kind === 'differs' && <CompareDialog mine={own.text} onClose={() => setComparing(false)} />}
    </section>
  )
}

function wordsFor(own: OwnCopy | null): string {
  if (own?.kind === 'same') return 'This plan came with a link. You have the same plan already, word for word.'
  if (own?.kind === 'differs') {
    return 'This plan came with a link. You have a plan of this name that reads differently; it stays as it is.'
  }
  return 'This plan came with a link. It is only shown: nothing is stored until you keep a copy.'
}
