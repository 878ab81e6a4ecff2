import type { Plan } from '#plan/plan.ts'
import type { Finding, FindingCode, Severity } from '#plan/review/finding.ts'
import { assumedHoursPerTask, hoursOfStream } from '#plan/schedule/streamHours.ts'

/** What a group of findings is called in the panel. */
export const codeTitles: Record<FindingCode, string> = {
  'dependency-cycle': 'Circles of dependencies',
  'later-phase-dependency': 'Waits for a later phase',
  'same-phase-dependency': 'Waits within a parallel phase',
  'guessed-dependency': 'Dependencies that are guesses',
  'external-dependency': 'Dependencies from outside',
  'missing-estimate': 'Streams without an estimate',
  'inverted-estimate': 'Estimates the wrong way round',
  'gate-checks-later-work': 'Gates that check later work',
  'phase-only-in-commands': 'Phases that only the commands know',
  'commands-differ': 'Commands that differ from the streams',
  'empty-stream': 'Streams without tasks',
  'double-letter': 'Streams of the same letter',
  'double-key': 'Tasks of the same key',
  'unfilled-placeholder': 'Placeholders to fill in',
  'priority-inflation': 'Priorities that say nothing',
  'two-jobs': 'Tasks that name two jobs',
  'shared-file': 'Files that parallel streams share',
  'unused-stream': 'Streams that nothing waits for',
  bottleneck: 'Bottlenecks',
}

const nouns: Record<Severity, readonly [string, string]> = {
  problem: ['problem', 'problems'],
  risk: ['risk', 'risks'],
  note: ['note', 'notes'],
}

/** '1 problem, 4 risks, 7 notes' */
export function countWords(findings: readonly Finding[]): string {
  const parts = (['problem', 'risk', 'note'] as const).flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${nouns[severity][count === 1 ? 0 : 1]}`]
  })
  return parts.join(', ') || 'nothing found'
}

export interface FindingGroup {
  readonly code: FindingCode
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** In the order of the review: by what weighs most, each kind together. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<FindingCode, Finding[]>()
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding])
  return [...groups].map(([code, group]) => ({ code, severity: group[0]?.severity ?? 'note', findings: group }))
}

/** What there is to say of a plan in which nothing was found. */
export function nothingWords(plan: Plan): string {
  const streams = plan.phases.flatMap(phase => phase.streams)
  if (streams.length === 0) return 'There are no streams yet, so there is nothing to review.'
  const perTask = assumedHoursPerTask(plan)
  const assumed = streams.filter(stream => hoursOfStream(stream, perTask).isAssumed)
  const found = 'Nothing found: no circles, no hidden waits'
  if (assumed.length === 0) return `${found}, every stream has its hours.`
  return assumed.length < streams.length
    ? `${found}.`
    : `${found}. No stream has an estimate, so the timeline assumes hours.`
}
