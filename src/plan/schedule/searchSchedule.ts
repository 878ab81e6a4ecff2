import { type JobGraph, reverseGraph } from './jobGraph.ts'
import { makespanOf } from './makespan.ts'
import { createRandom } from './randomNumbers.ts'
import { createSerialScheduler } from './serialSchedule.ts'

const epsilon = 1e-9

/**
 * Looks for a schedule that ends at `bound`, starting from one that is given; answers with the best it found.
 *
 * Iterated local search (Lourenço, Martin & Stützle 2003): some jobs are moved in the order, the schedule is made anew
 * and improved by forward-backward passes until these gain nothing (Tormos & Lova 2001, "justification" of Valls et al.
 * 2005), and kept when it is no longer than the one before. The same input gives the same schedule.
 *
 * @param rounds how often it tries before it gives up
 */
export function searchSchedule(
  graph: JobGraph,
  workers: number,
  first: Float64Array,
  bound: number,
  rounds: number,
): Float64Array {
  const { count, duration } = graph
  const forward = createSerialScheduler(graph, workers)
  const backward = createSerialScheduler(reverseGraph(graph), workers)
  const keys = new Float64Array(count)
  const random = createRandom(count * 31 + workers)

  /** Pushes all to the end, then all to the start again, as long as that makes it shorter. */
  const improve = (start: Float64Array): number => {
    let best = makespanOf(graph, start)
    for (;;) {
      for (let job = 0; job < count; job++) keys[job] = -((start[job] as number) + (duration[job] as number))
      const turned = backward(keys)
      const end = makespanOf(graph, turned)
      for (let job = 0; job < count; job++) keys[job] = end - (turned[job] as number) - (duration[job] as number)
      const next = forward(keys)
      const makespan = makespanOf(graph, next)
      if (makespan > best + epsilon) return best
      start.set(next)
      if (makespan > best - epsilon || makespan <= bound + epsilon) return makespan
      best = makespan
    }
  }

  const current = first.slice()
  let length = improve(current)
  let best = current.slice()
  let bestLength = length
  const trial = new Float64Array(count)
  for (let round = 0; round < rounds && bestLength > bound + epsilon; round++) {
    // Few jobs far, or many a little: both kinds of step find what the other misses.
    const reach = length * (0.02 + 0.3 * random())
    const share = (1 + 9 * random()) / Math.max(10, count)
    for (let job = 0; job < count; job++) {
      keys[job] = (current[job] as number) + (random() < share * 2 ? (random() * 2 - 1) * reach : 0)
    }
    trial.set(forward(keys))
    const found = improve(trial)
    if (found > length + epsilon) continue
    current.set(trial)
    length = found
    if (length < bestLength - epsilon) {
      best = current.slice()
      bestLength = length
    }
  }
  return best
}
