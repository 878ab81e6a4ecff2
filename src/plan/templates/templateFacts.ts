import type { PlanTemplate } from './planTemplate.ts'

/** What a card says about a template before anybody opens it. */
export interface TemplateFacts {
  readonly phases: number
  readonly streams: number
  readonly tasks: number
  /** Integration checks and success criteria together. */
  readonly checks: number
  /** Working hours summed over the streams that state an estimate; the others are unknown, not zero. */
  readonly hours: {
    readonly min: number
    readonly max: number
    readonly streamsKnown: number
    readonly streamsTotal: number
  }
}

export function templateFacts(template: PlanTemplate): TemplateFacts {
  const streams = template.phases.flatMap(phase => phase.streams)
  const estimates = streams.flatMap(stream => (stream.estimate === null ? [] : [stream.estimate]))
  return {
    phases: template.phases.length,
    streams: streams.length,
    tasks: sum(streams.map(stream => stream.tasks.length)),
    checks: sum(template.integrationPoints.map(point => point.checks.length)) + template.criteria.length,
    hours: {
      min: sum(estimates.map(hours => hours.min)),
      max: sum(estimates.map(hours => hours.max)),
      streamsKnown: estimates.length,
      streamsTotal: streams.length,
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
