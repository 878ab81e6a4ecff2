import type { Phase, Stream } from '#plan/plan.ts'
import type { Model } from './model.ts'
import { sameValue } from './sameModel.ts'

/**
 * Whether two models hold the same tasks under the same headings. In a file without `Phase` and `Stream` headings a
 * heading is a stream because tasks stand under it, and a phase because streams do: when an edit takes the last task
 * away, or brings the first, headings come and go as streams while everything a person wrote stays.
 */
export function sameBoard(meant: Model, read: Model): boolean {
  return (
    meant.title === read.title &&
    sameValue(meant.overview, read.overview) &&
    sameValue(columnsOf(meant), columnsOf(read)) &&
    sameValue(meant.integrationPoints, read.integrationPoints) &&
    sameValue(meant.execution, read.execution) &&
    sameValue(meant.criteria, read.criteria)
  )
}

/** Numbered phases as they are; of the others the headings with tasks, in the order of the text. */
function columnsOf({ phases }: Model): readonly unknown[] {
  return phases.flatMap((phase): readonly unknown[] => {
    const streams = phase.streams.filter(stream => stream.key !== null || stream.tasks.length > 0)
    return phase.number === null
      ? streams.map(stream => column(phase, stream))
      : [{ ...phase, streams: streams.map(stream => column(phase, stream)) }]
  })
}

function column({ name }: Phase, { implicit, ...stream }: Stream): unknown {
  return implicit ? { ...stream, name } : stream
}
