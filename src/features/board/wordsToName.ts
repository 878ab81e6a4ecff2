import type { NodeId, Phase } from '#plan/plan.ts'

/**
 * What to write to refer to a stream: its name, as authors do; its letter where another has the same name or it has
 * none. '' when there is no such stream.
 */
export function wordsToName(phases: readonly Phase[], id: NodeId): string {
  const streams = phases.flatMap(phase => phase.streams)
  const stream = streams.find(each => each.id === id)
  if (!stream) return ''
  const isUnique = streams.filter(each => each.name === stream.name).length === 1
  return stream.name !== '' && (isUnique || stream.key === null) ? stream.name : `Stream ${stream.key ?? ''}`.trim()
}
