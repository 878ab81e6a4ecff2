import type { NodeId, Phase } from '#plan/plan.ts'

/**
 * What `holder` is to write to refer to a stream: its name, as authors do; its letter where another has the same name,
 * where it has none, or where it stands in a later phase, as names are not read there (`resolveDependencies`). '' when
 * there is no such stream.
 */
export function wordsToName(phases: readonly Phase[], id: NodeId, holder: NodeId): string {
  const streams = phases.flatMap(phase => phase.streams)
  const stream = streams.find(each => each.id === id)
  if (!stream) return ''
  const isUnique = streams.filter(each => each.name === stream.name).length === 1
  const isLater = phaseOf(phases, id) > phaseOf(phases, holder)
  const hasWords = stream.name !== '' && ((isUnique && !isLater) || stream.key === null)
  return hasWords ? stream.name : `Stream ${stream.key ?? ''}`.trim()
}

function phaseOf(phases: readonly Phase[], stream: NodeId): number {
  return phases.findIndex(phase => phase.streams.some(each => each.id === stream))
}
