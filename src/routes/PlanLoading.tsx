import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import styles from './PlanLoading.module.css'

/** The frame without a plan, for as long as one is read. */
export function PlanLoading() {
  return (
    <main className={styles.header}>
      <VisuallyHidden>
        <span role="status">Opening the plan</span>
      </VisuallyHidden>
    </main>
  )
}
