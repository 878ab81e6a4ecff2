import type { Dependencies } from '#plan/dependencies/dependencies.ts'
import type { NodeId, Phase, Stream } from '#plan/plan.ts'
import { strandLetter } from '#session/strands.ts'

/** The one line of truth about a phase: "3 streams at once, 12-19 h, D waits for A". */
export function phaseFacts(phase: Phase, dependencies: Dependencies): string {
  const { streams } = phase
  if (streams.length === 0) return 'No streams yet'
  const waits = waitsWithin(streams, dependencies)
  return [howMany(phase, waits.size), hoursOf(streams), ...waitWords(streams, waits)].join(', ')
}

function howMany({ streams, mode }: Phase, waiting: number): string {
  if (streams.length === 1) return '1 stream'
  if (mode === 'sequential') return `${streams.length} streams, one after another`
  const atOnce = streams.length - waiting
  return atOnce === streams.length ? `${atOnce} streams at once` : `${atOnce} of ${streams.length} streams at once`
}

/** '12-19 h', '11-19 h known, 3 unknown', 'hours unknown': what nobody estimated is not counted as nothing. */
function hoursOf(streams: readonly Stream[]): string {
  const known = streams.flatMap(stream => stream.estimate ?? [])
  if (known.length === 0) return 'hours unknown'
  const min = sum(known.map(hours => hours.min))
  const max = sum(known.map(hours => hours.max))
  const hours = min === max ? `${min} h` : `${min}-${max} h`
  const unknown = streams.length - known.length
  return unknown === 0 ? hours : `${hours} known, ${unknown} unknown`
}

/** 0.1 h is the finest anyone writes; binary dust goes. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, number) => total + number, 0).toFixed(2))
}

interface InnerWait {
  readonly to: NodeId
  readonly isGuess: boolean
}

/** Streams of the phase that wait for others of the same phase. */
function waitsWithin(streams: readonly Stream[], { links }: Dependencies): ReadonlyMap<NodeId, readonly InnerWait[]> {
  const holders = new Map<NodeId, NodeId>()
  for (const stream of streams) {
    holders.set(stream.id, stream.id)
    for (const task of stream.tasks) holders.set(task.id, stream.id)
  }
  const own = new Set(streams.map(stream => stream.id))
  const waits = new Map<NodeId, InnerWait[]>()
  for (const link of links) {
    const to = link.to === null ? undefined : holders.get(link.to)
    if (to === undefined || !own.has(link.from) || to === link.from) continue
    const list = waits.get(link.from) ?? []
    const isGuess = link.confidence === 'guess'
    const known = list.findIndex(wait => wait.to === to)
    if (known < 0) list.push({ to, isGuess })
    else if (!isGuess) list[known] = { to, isGuess }
    waits.set(link.from, list)
  }
  return waits
}

const shownWaits = 3

function waitWords(streams: readonly Stream[], waits: ReadonlyMap<NodeId, readonly InnerWait[]>): readonly string[] {
  const letters = new Map(streams.map(stream => [stream.id, strandLetter(stream)]))
  const letterOf = (id: NodeId) => letters.get(id) ?? ''
  const sentences = [...waits].map(([from, list]) => {
    const isGuess = list.every(wait => wait.isGuess)
    return `${letterOf(from)} ${isGuess ? 'may wait' : 'waits'} for ${listed(list.map(wait => letterOf(wait.to)))}`
  })
  if (sentences.length <= shownWaits) return sentences
  const more = sentences.length - shownWaits + 1
  return [...sentences.slice(0, shownWaits - 1), `${more} more wait for others here`]
}

/** 'A', 'A and B', 'A, B and C' */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
