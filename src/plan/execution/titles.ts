import type { Phase, Stream } from '#plan/plan.ts'

/** 'Stream A: API Contract Design' */
export function titleOfStream(stream: Stream): string {
  if (stream.implicit) return stream.name || 'Tasks'
  return stream.key === null ? stream.name : `Stream ${stream.key}: ${stream.name}`
}

/** 'Phase 1: Contract & Environment Setup (Day 1-2)' */
export function titleOfPhase({ number, name, days }: Phase): string {
  const when = days === null ? '' : days.from === days.to ? ` (Day ${days.from})` : ` (Day ${days.from}-${days.to})`
  return (number === null ? name || 'Tasks' : `Phase ${number}: ${name}`) + when
}
