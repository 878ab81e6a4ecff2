import { useEffect, useRef, useState } from 'react'
import { useFindings } from '#session/review/useReview.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { FindingList } from './FindingList.tsx'
import styles from './ReviewPanel.module.css'
import { StartList } from './StartList.tsx'

interface ReviewPanelProps {
  readonly onClose: () => void
  /** Has the board on the screen, where a place is about to be shown. */
  readonly onShowBoard: () => void
}

/** Beside the plan: what is wrong or risky in it, and what of it can start now. */
export function ReviewPanel({ onClose, onShowBoard }: ReviewPanelProps) {
  const findings = useFindings()
  const [tab, setTab] = useState<'findings' | 'start'>('findings')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A finding that was asked for has it already.
    const panel = heading.current?.closest('aside')
    if (!panel?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <aside
      className={styles.panel}
      aria-label="Review"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          Review
        </h2>
        <IconButton icon="close" label="Close the review" hint="Esc" onClick={onClose} />
      </div>
      <div className={styles.body}>
        <Tabs<'findings' | 'start'>
          label="Review"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              value: 'findings',
              label: 'Findings',
              ...(findings ? { count: findings.length } : {}),
              content: <FindingList onShowBoard={onShowBoard} onWanted={() => setTab('findings')} />,
            },
            { value: 'start', label: 'What can start', content: <StartList onShowBoard={onShowBoard} /> },
          ]}
        />
      </div>
    </aside>
  )
}
