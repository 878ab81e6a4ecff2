import type { NodeId, Phase, Stream } from '#plan/plan.ts'
import { strandLetter, strandOrders, streamTitle } from '#session/strands.ts'

export interface StreamChoice {
  readonly id: NodeId
  readonly name: string
  readonly letter: string
  readonly order: number
}

/** The streams of one phase that a search left. */
export interface ChoiceGroup {
  readonly id: NodeId
  readonly title: string
  readonly choices: readonly StreamChoice[]
}

/** Streams whose letter, name or phase has all the words. "stream b" and "b" find the letter first of all. */
export function streamChoices(phases: readonly Phase[], query: string, without?: NodeId): readonly ChoiceGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const orders = strandOrders(phases)
  const letter = words.filter(word => word !== 'stream').join(' ')
  const isAsked = (choice: StreamChoice) => letter !== '' && choice.letter.toLowerCase() === letter
  const groups = phases
    .map(phase => ({
      id: phase.id,
      title: phaseTitle(phase),
      choices: phase.streams
        .filter(stream => stream.id !== without && hasWords(phase, stream, words))
        .map(stream => ({
          id: stream.id,
          name: stream.name || 'Tasks',
          letter: strandLetter(stream),
          order: orders.get(stream.id) ?? 0,
        }))
        .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a))),
    }))
    .filter(group => group.choices.length > 0)
  return groups.sort((a, b) => Number(b.choices.some(isAsked)) - Number(a.choices.some(isAsked)))
}

/** 'Phase 1: Foundation' */
export function phaseTitle({ number, name }: Phase): string {
  if (number === null) return name || 'Tasks'
  return name ? `Phase ${number}: ${name}` : `Phase ${number}`
}

function hasWords(phase: Phase, stream: Stream, words: readonly string[]): boolean {
  const text = `stream ${streamTitle(stream)} ${phaseTitle(phase)}`.toLowerCase()
  return words.every(word => text.includes(word))
}
