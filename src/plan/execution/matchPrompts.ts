import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { nameStems } from '#plan/dependencies/streamWords.ts'
import { BREAK, isGeneric, longestRead, readStems } from '#plan/dependencies/words.ts'
import type { Stream } from '#plan/plan.ts'
import { plainLine } from './shellWords.ts'
import { titleOfStream } from './titles.ts'

/** A prompt of the commands, and where it stands. */
export interface PlacedPrompt {
  readonly words: string
  /** Place of the phase that its commands are for. */
  readonly phase: number
  /** The stream that stands where the prompt stands, as index; -1 for none. */
  readonly samePlace: number
  /** The phase has as many prompts as streams. */
  readonly isFull: boolean
}

export interface PlacedStream {
  readonly stream: Stream
  readonly phase: number
}

/**
 * What a place says beside the words, which say at most 1. With these figures every stream of the six templates that is
 * moved anywhere or deleted takes its prompt along (matchPrompts.test.ts).
 */
const bonus = { samePlace: 0.15, nearPlace: 0.1, samePhase: 0.1 }

/** How much of a prompt's words a stream must know, to be meant by words alone. */
const leastWords = { samePhase: 0.2, otherPhase: 0.32 }

/**
 * Which stream each prompt is for, as index, or -1. A prompt that names a stream by its letter is for that one; others
 * go by the words they share with the names and tasks, and by their place: best pair first. Matching what was written
 * from a match gives the same match.
 */
export function matchPrompts(prompts: readonly PlacedPrompt[], streams: readonly PlacedStream[]): readonly number[] {
  const known = wordsOfStreams(streams)
  const byKey = new Map<string, number[]>()
  const byTitle = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, name: string, at: number) => {
    const present = map.get(name)
    if (present) present.push(at)
    else map.set(name, [at])
  }
  for (const [at, { stream }] of streams.entries()) {
    put(byTitle, plainLine(titleOfStream(stream)), at)
    put(byTitle, plainLine(stream.name), at)
    if (stream.key !== null) put(byKey, stream.key.toLowerCase(), at)
  }
  const pairs: { prompt: number; stream: number; score: number; isPlace: boolean }[] = []
  for (const [prompt, { words, phase, samePlace, isFull }] of prompts.entries()) {
    const named = namedStream(words)
    const scores = new Map<number, number>()
    for (const at of byTitle.get(words) ?? []) scores.set(at, 20)
    if (named) {
      for (const at of byTitle.get(named.name) ?? []) scores.set(at, Math.max(8, scores.get(at) ?? 0))
      for (const at of byKey.get(named.key) ?? []) scores.set(at, Math.max(10, scores.get(at) ?? 0))
    } else if (scores.size === 0) {
      const shared = known(words)
      for (const [at, share] of shared) {
        const isHome = streams[at]?.phase === phase
        if (share >= (isHome ? leastWords.samePhase : leastWords.otherPhase)) scores.set(at, share)
      }
      const isSilent = shared.size === 0
      if (samePlace >= 0 && (isFull || isSilent))
        scores.set(samePlace, scores.get(samePlace) ?? shared.get(samePlace) ?? 0)
    }
    for (const [stream, score] of scores) {
      const isPlace = stream === samePlace
      const place = isPlace ? (isFull ? bonus.samePlace : bonus.nearPlace) : 0
      const home = streams[stream]?.phase === phase ? bonus.samePhase : 0
      pairs.push({ prompt, stream, score: score + place + home, isPlace })
    }
  }
  pairs.sort(
    (a, b) => b.score - a.score || Number(b.isPlace) - Number(a.isPlace) || a.prompt - b.prompt || a.stream - b.stream,
  )
  const match: number[] = prompts.map(() => -1)
  const taken = new Set<number>()
  for (const { prompt, stream } of pairs) {
    if (match[prompt] !== -1 || taken.has(stream)) continue
    match[prompt] = stream
    taken.add(stream)
  }
  return match
}

/** 'Stream D: Search', as prompts are written that have no words of the author. */
export function namedStream(words: string): { readonly key: string; readonly name: string } | null {
  const [, key, name] = /^(?:Work)?stream[ \t]+([\p{L}\p{N}.]{1,8})[ \t]*[:.)–—-][ \t]*(.*)$/iu.exec(words) ?? []
  return key === undefined || name === undefined ? null : { key: key.toLowerCase(), name }
}

/** Whether a prompt says a word of each of these streams' names that no other name of the plan has. */
export function speaksOfAll(words: string, streams: readonly Stream[], all: readonly PlacedStream[]): boolean {
  const said = new Set(readStems(words.slice(0, longestRead)))
  said.delete(BREAK)
  return streams.every(stream =>
    nameStems(stream).some(
      stem => said.has(stem) && all.every(other => other.stream === stream || !nameStems(other.stream).includes(stem)),
    ),
  )
}

/** Gives for a prompt how much of its words each stream knows, from 0 to 1. Rare words weigh more, words that no stream knows little. */
function wordsOfStreams(streams: readonly PlacedStream[]): (words: string) => ReadonlyMap<number, number> {
  const holders = new Map<string, Map<number, number>>()
  const learn = (stem: string, at: number, weight: number) => {
    const present = holders.get(stem)
    if (!present) holders.set(stem, new Map([[at, weight]]))
    else present.set(at, Math.max(weight, present.get(at) ?? 0))
  }
  for (const [at, { stream }] of streams.entries()) {
    for (const word of nameStems(stream)) learn(word, at, 1)
    for (const task of flattenTasks(stream.tasks)) {
      for (const word of readStems(task.text.slice(0, longestRead))) learn(word, at, 0.6)
    }
  }
  return words => {
    const shared = new Map<number, number>()
    let whole = 0
    for (const stem of new Set(readStems(words.slice(0, longestRead)))) {
      if (stem === BREAK) continue
      const knowing = holders.get(stem)
      const weight =
        (knowing ? 1 : 0.35) * (isGeneric(stem) ? 0.3 : 1) * Math.log(1 + streams.length / (knowing?.size ?? 1))
      whole += weight
      for (const [at, known] of knowing ?? []) shared.set(at, (shared.get(at) ?? 0) + weight * known)
    }
    for (const [at, share] of shared) shared.set(at, share / whole)
    return shared
  }
}
