import { usePlan } from '#session/SessionContext.tsx'
import { Band } from './Band.tsx'
import bandTitle from './bandTitle.module.css'

/** The success criteria: what the plan has to reach in the end. */
export function CriteriaBand() {
  const criteria = usePlan(plan => plan.criteria)
  return (
    <Band icon="check" title="Success criteria" items={criteria} place={{ in: 'criteria' }}>
      <h2 className={bandTitle.title}>Success criteria</h2>
    </Band>
  )
}
