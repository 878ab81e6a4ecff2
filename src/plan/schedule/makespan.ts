import type { JobGraph } from './jobGraph.ts'

/** When the last job ends. */
export function makespanOf(graph: JobGraph, start: ArrayLike<number>): number {
  let end = 0
  for (let job = 0; job < graph.count; job++) {
    end = Math.max(end, (start[job] as number) + (graph.duration[job] as number))
  }
  return end
}
