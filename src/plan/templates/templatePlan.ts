import type { Plan } from '#plan/plan.ts'
import type { PlanTemplate } from './planTemplate.ts'

/** What reading a rendered template must give, as `modelOf` writes it. For tests. */
export function planOfTemplate(template: PlanTemplate): unknown {
  return {
    title: template.titlePlaceholder,
    dialect: 'native',
    overview: template.overview,
    phases: template.phases.map(({ streams, ...phase }) => ({
      ...phase,
      implicit: false,
      streams: streams.map(({ tasks, ...stream }) => ({
        ...stream,
        implicit: false,
        tasks: tasks.map(({ text, priority }) => ({ ...openTask, text, priority })),
      })),
    })),
    integrationPoints: template.integrationPoints.map(({ checks, ...point }) => ({
      ...point,
      checks: checks.map(text => ({ ...openTask, text })),
    })),
    execution: template.execution,
    criteria: template.criteria.map(text => ({ ...openTask, text })),
  }
}

/** A plan as plain data to compare: without ids, kinds, text and the tables that go by id. For tests. */
export function modelOf({ title, dialect, overview, phases, integrationPoints, execution, criteria }: Plan): unknown {
  return bare({ title, dialect, overview, phases, integrationPoints, execution, criteria })
}

const openTask = {
  state: 'open',
  priority: null,
  key: null,
  parallel: false,
  optional: false,
  estimate: null,
  dependencies: [],
  children: [],
  notes: null,
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'kind')
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]))
}
