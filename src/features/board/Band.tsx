import { type ReactNode, useId, useState } from 'react'
import type { NodeId, Task } from '#plan/plan.ts'
import { countTasks } from '#session/summarisePlan.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { ProgressRing } from '#ui/Progress.tsx'
import styles from './Band.module.css'
import { useBoard } from './boardContext.ts'
import { Checklist } from './Checklist.tsx'

interface BandProps {
  readonly icon: IconName
  readonly title: string
  /** The title as it is shown, such as one that can be edited. */
  readonly children: ReactNode
  /** "After Phase 1" */
  readonly note?: string | undefined
  readonly items: readonly Task[]
  readonly place: { readonly in: NodeId | 'criteria' }
  readonly menu?: ReactNode
  /** What the review found. */
  readonly mark?: ReactNode
  /** What a full checklist means: 'passed'. */
  readonly fullWord?: string
}

/** A slim band that opens in place to its checklist. */
export function Band({ icon, title, children, note, items, place, menu, mark, fullWord }: BandProps) {
  const [opened, setOpened] = useState(false)
  const isAdding = useBoard(state => state.adding === `in:${place.in}`)
  const listId = useId()
  const isPointedAt = useBoard(state => state.openBand === place.in)
  const open = opened || isAdding || isPointedAt
  // What a menu or the review has opened stays open after it.
  if (open && !opened) setOpened(true)
  const count = { done: 0, total: 0 }
  countTasks(items, count)
  const full = count.total > 0 && count.done === count.total ? fullWord : undefined
  const said = count.total === 0 ? 'no items' : `${count.done} of ${count.total}`
  return (
    <section className={styles.band} aria-label={title} data-band={place.in}>
      <div className={styles.head}>
        <IconButton
          icon={open ? 'chevron-down' : 'chevron-right'}
          size="small"
          label={`Checklist of ${title}`}
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          onClick={() => setOpened(!open)}
        />
        <span className={styles.icon}>
          <Icon name={icon} />
        </span>
        <div className={styles.words}>
          {children}
          {note && <span className={styles.note}>{note}</span>}
        </div>
        <span className={styles.progress}>
          <ProgressRing value={count.done} max={count.total} label={`Progress of ${title}`} valueText={said} />
          <span className={styles.count}>{full ?? said}</span>
        </span>
        {mark}
        {menu}
      </div>
      {open && (
        <div className={styles.list} id={listId}>
          <Checklist items={items} place={place} label={`Checklist of ${title}`} />
        </div>
      )}
    </section>
  )
}
