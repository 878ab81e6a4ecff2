import { useState } from 'react'
import type { PlanEntry } from '#session/LibraryContext.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './PlanList.module.css'
import { PlanRow } from './PlanRow.tsx'
import { useMinute } from './useMinute.ts'

/** So many that the templates below stay in sight. */
const shownAtFirst = 8

interface PlanListProps {
  readonly plans: readonly PlanEntry[]
  readonly planHref: (id: string) => string
  readonly onDeleted: () => void
}

export function PlanList({ plans, planHref, onDeleted }: PlanListProps) {
  const now = useMinute()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? plans : plans.slice(0, shownAtFirst)
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one */}
      <ul role="list" className={styles.list}>
        {shown.map(plan => (
          <PlanRow key={plan.id} plan={plan} href={planHref(plan.id)} now={now} onDeleted={onDeleted} />
        ))}
      </ul>
      {shown.length < plans.length && (
        <Button variant="quiet" icon="chevron-down" className={styles.all} onClick={() => setWhole(true)}>
          Show all {plans.length} plans
        </Button>
      )}
    </>
  )
}
