import { type KeyboardEvent, useRef, useState } from 'react'
import { setOverview } from '#plan/edit/setOverview.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { breakLongWords } from '#ui/breakLongWords.tsx'
import { classNames } from '#ui/classNames.ts'
import styles from './PlanOverview.module.css'
import { useEdit } from './useEdit.ts'

/** Of a longer overview the rest is folded away: the board is the hero. */
const shownLines = 4

/** What the plan is about, at the head of the board; edited where it stands. */
export function PlanOverview() {
  const overview = usePlan(plan => plan.overview)
  const run = useEdit()
  const [draft, setDraft] = useState<string | null>(null)
  const takeFocusBack = useRef(false)
  const [opened, setOpened] = useState(false)
  const text = overview ?? ''
  const isLong = linesOf(text) > shownLines + 2

  const leave = (commits: boolean, keepsFocus: boolean) => {
    if (draft === null) return
    takeFocusBack.current = keepsFocus
    setDraft(null)
    if (commits && draft.trim() !== text.trim()) run(setOverview, draft.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    const commits = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!commits && event.key !== 'Escape') return
    event.preventDefault()
    leave(commits, true)
  }

  if (draft !== null) {
    return (
      <div className={styles.overview}>
        <div className={classNames(styles.text, styles.editor)} data-editing="" data-text={draft}>
          <textarea
            ref={focusAtEnd}
            className={styles.input}
            aria-label="Overview"
            aria-description="Ctrl+Enter keeps it, Escape cancels"
            placeholder="What this plan builds, in a sentence or two"
            value={draft}
            onChange={event => setDraft(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => leave(true, false)}
          />
        </div>
      </div>
    )
  }
  return (
    <div className={styles.overview}>
      <button
        type="button"
        data-clamped={isLong && !opened ? '' : undefined}
        ref={node => {
          if (node && takeFocusBack.current) node.focus()
          takeFocusBack.current = false
        }}
        className={classNames(styles.text, styles.shown, text === '' && styles.empty)}
        title="Edit overview"
        onClick={() => setDraft(text)}
      >
        {breakLongWords(text) || 'Add an overview'}
      </button>
      {isLong && (
        <Button
          variant="quiet"
          size="small"
          className={styles.more}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {opened ? 'Show less' : 'Show all'}
        </Button>
      )}
    </div>
  )
}

/** At 72 characters a line. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 72)), 0)
}

function focusAtEnd(area: HTMLTextAreaElement | null) {
  area?.focus()
  area?.setSelectionRange(area.value.length, area.value.length)
}
