import { lazy } from 'react'
import type { Stream } from '#plan/plan.ts'
import { classNames } from '#ui/classNames.ts'
import fact from './fact.module.css'
import { formatHours } from './formatHours.ts'
import { LazyPopover } from './LazyPopover.tsx'

const EstimateForm = lazy(() => import('./EstimateForm.tsx').then(module => ({ default: module.EstimateForm })))

/** "4-8 h" or "unknown", never 0 for what nobody has estimated. */
export function StreamEstimate({ stream }: { readonly stream: Stream }) {
  const hours = formatHours(stream.estimate)
  return (
    <LazyPopover
      label="Estimate"
      button={stream.estimate ? hours : 'hours unknown'}
      buttonProps={{
        className: classNames(fact.fact, stream.estimate === null && fact.unknown),
        'aria-label': `Estimate: ${hours}`,
        title: 'Edit estimate',
      }}
    >
      {close => <EstimateForm stream={stream} onDone={close} />}
    </LazyPopover>
  )
}
