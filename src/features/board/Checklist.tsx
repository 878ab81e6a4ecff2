import type { NodeId, Task } from '#plan/plan.ts'
import { AddTask } from './AddTask.tsx'
import styles from './Checklist.module.css'
import { ChecklistItem } from './ChecklistItem.tsx'

interface ChecklistProps {
  readonly items: readonly Task[]
  readonly place: { readonly in: NodeId | 'criteria' }
  /** What it holds: "Checks of Contract Validation". */
  readonly label: string
}

export function Checklist({ items, place, label }: ChecklistProps) {
  return (
    <div className={styles.checklist}>
      {items.length > 0 && (
        <ul className={styles.items} aria-label={label}>
          {items.map(item => (
            <ChecklistItem key={item.id} id={item.id} />
          ))}
        </ul>
      )}
      <AddTask place={place} label="Add item" placeholder="New item" />
    </div>
  )
}
