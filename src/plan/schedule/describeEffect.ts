import type { NodeId, Plan } from '#plan/plan.ts'
import type { Schedule } from './schedulePlan.ts'

/** Streams of a path that are named; the rest is counted. */
const longestPath = 8

/**
 * What an edit does to finish and critical path, in one or two sentences for somebody who is about to make it: "Finish 38 h
 * instead of 46 h, 8 h sooner. The critical path then runs A, B, F." Hours are working hours.
 */
export function describeEffect(before: Schedule, after: Schedule, plan: Plan, planAfter: Plan): string {
  const path = pathWords(before, plan)
  const next = pathWords(after, planAfter)
  const pathSentence = path === next ? 'The critical path stays the same.' : `The critical path then runs ${next}.`
  return [finishWords(before.makespan, after.makespan), pathSentence, ignoredWords(before, after)]
    .filter(Boolean)
    .join(' ')
}

function finishWords(before: number, after: number): string {
  const change = hours(Math.abs(after - before))
  if (change === '0') return `Finish stays at ${hours(before)} h.`
  return `Finish ${hours(after)} h instead of ${hours(before)} h, ${change} h ${after > before ? 'later' : 'sooner'}.`
}

/** What cannot be kept is left out of a schedule, so a finish that looks better would be a lie. */
function ignoredWords(before: Schedule, after: Schedule): string {
  const more = after.ignored.length - before.ignored.length
  if (more <= 0) return ''
  return `${more === 1 ? 'One dependency' : `${more} dependencies`} could not be kept then: what is needed would come later or wait in a circle.`
}

/** 'A, B, F' */
function pathWords({ criticalPath }: Schedule, plan: Plan): string {
  const names = criticalPath.flatMap(id => nameOf(id, plan))
  if (names.length <= longestPath) return names.join(', ') || 'through no stream'
  const half = longestPath / 2
  return `${names.slice(0, half).join(', ')}, ${names.length - longestPath} more, ${names.slice(-half).join(', ')}`
}

function nameOf(id: NodeId, plan: Plan): readonly string[] {
  const node = plan.nodes.get(id)
  return node?.kind === 'stream' ? [node.key ?? (node.name || 'the tasks of a phase')] : []
}

/** '7.5'; six minutes are the finest anyone plans. */
function hours(value: number): string {
  return String(Number(value.toFixed(1)))
}
