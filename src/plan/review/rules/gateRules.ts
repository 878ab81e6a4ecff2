import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { nameStems } from '#plan/dependencies/streamWords.ts'
import { BREAK, isGeneric, readStems } from '#plan/dependencies/words.ts'
import type { Finding } from '#plan/review/finding.ts'
import { gateAt, nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'

/**
 * A check is about the first stream whose own word it says, a word that no other stream has in its name. When that
 * stream comes after the gate, and no task before the gate speaks of it too, the gate cannot be passed in time.
 */
export function findEarlyGates({ plan, streams }: ReviewContext): readonly Finding[] {
  const owners = new Map<string, PlacedStream | null>()
  for (const placed of streams) {
    for (const word of new Set(nameStems(placed.stream))) owners.set(word, owners.has(word) ? null : placed)
  }
  const earliest = pairsBefore(streams, owners)
  const laterStream = (words: readonly string[], at: number): PlacedStream | null => {
    for (const own of words) {
      const owner = isGeneric(own) ? undefined : owners.get(own)
      if (!owner) continue
      if (owner.phaseAt <= at) return null
      if (!words.some(word => (earliest.get(`${own} ${word}`) ?? Number.POSITIVE_INFINITY) <= at)) return owner
    }
    return null
  }
  return plan.integrationPoints.flatMap(point => {
    const at = gateAt(plan, point)
    return flattenTasks(point.checks).flatMap((check): Finding[] => {
      const words = readStems(check.text).filter(word => word !== BREAK)
      const later = laterStream(words, at)
      if (!later) return []
      return [
        {
          code: 'gate-checks-later-work',
          severity: 'risk',
          node: check.id,
          span: null,
          message: `This is checked before ${nameOf(later.stream)} has begun, which comes in a later phase.`,
          fix: null,
        },
      ]
    })
  })
}

/** For each two words that stand in one task, one of them a stream's own: the first phase that has such a task. */
function pairsBefore(
  streams: readonly PlacedStream[],
  owners: ReadonlyMap<string, PlacedStream | null>,
): ReadonlyMap<string, number> {
  const earliest = new Map<string, number>()
  for (const { stream, phaseAt } of streams) {
    for (const task of flattenTasks(stream.tasks)) {
      const words = [...new Set(readStems(task.text.slice(0, 200)))]
      for (const own of words.filter(word => owners.get(word))) {
        for (const word of words) {
          const pair = `${own} ${word}`
          if (word !== own && !earliest.has(pair)) earliest.set(pair, phaseAt)
        }
      }
    }
  }
  return earliest
}
