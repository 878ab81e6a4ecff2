import { ButtonLink } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import styles from './Timeline.module.css'

export function NothingToSchedule() {
  return (
    <div className={styles.empty}>
      <EmptyState action={<ButtonLink href={boardHref()}>Add streams on the board</ButtonLink>}>
        There are no streams yet, so there is nothing to put on a timeline.
      </EmptyState>
    </div>
  )
}

/** The plan's own address: without a view it shows the board. */
function boardHref(): string {
  return location.hash.replace(/\?.*$/, '')
}
