import { useRef, useState } from 'react'
import type { LostWords } from '#session/planPast.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { showToast } from '#ui/toasts.ts'
import { whenWords } from './backupWords.ts'
import styles from './History.module.css'

/** Words that were edited in two tabs at once and are in the text no more. */
export function LostWordsList({ lost }: { readonly lost: readonly LostWords[] }) {
  const [now] = useState(() => Date.now())
  if (lost.length === 0) {
    return (
      <EmptyState>
        Nothing was overwritten. When the same words are edited in two tabs at once, those that gave way are kept here.
      </EmptyState>
    )
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one
    <ul role="list" className={styles.list}>
      {lost.map(each => (
        <LostWordsRow key={`${each.revision} ${each.words}`} lost={each} when={whenWords(each.at, now)} />
      ))}
    </ul>
  )
}

function LostWordsRow({ lost: { words, label }, when }: { readonly lost: LostWords; readonly when: string }) {
  const shown = useRef<HTMLQuoteElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      showToast({ message: 'Copied' })
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      showToast({ message: 'The browser did not allow it. The words are selected: copy them with your keys.' })
    }
  }
  return (
    <li className={styles.lost}>
      <blockquote ref={shown} className={styles.quote}>
        {words}
      </blockquote>
      <p className={styles.reason}>
        {label} · {when}
      </p>
      <Button size="small" icon="copy" className={styles.copy ?? ''} onClick={() => void copy()}>
        Copy
      </Button>
    </li>
  )
}
