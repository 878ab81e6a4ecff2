import type { NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import { matchPrompts, namedStream, type PlacedStream, speaksOfAll } from './matchPrompts.ts'
import { type PhaseWaves, readPhaseWaves } from './phaseWaves.ts'
import { type Command, type CommandGroup, type Prompt, readCommandGroups } from './readCommands.ts'
import { doubleQuoted, plainLine } from './shellWords.ts'
import { titleOfStream } from './titles.ts'

/** The commands of a plan held against its streams. */
export interface CommandReport {
  readonly groups: readonly CommandGroup[]
  readonly phases: readonly PhaseReport[]
  /** Groups that name a phase which the plan does not have. */
  readonly strays: readonly CommandGroup[]
  /** In sentences. Without any, commands and streams are in step. */
  readonly differences: readonly string[]
  /** Phases whose commands cannot be taken apart; nothing is said of them. */
  readonly ownForm: readonly Phase[]
  /** What the author's commands say of a stream alone. */
  readonly prompts: ReadonlyMap<NodeId, string>
}

export interface PhaseReport {
  readonly phase: Phase
  readonly groups: readonly CommandGroup[]
  /** In sentences; empty when the commands of the phase are in step. */
  readonly differences: readonly string[]
  /** The prompts that the commands of the phase should have, wave after wave: as they stand in the text, or new. */
  readonly wanted: readonly (readonly string[])[]
}

/** A prompt of a phase with what it is for. */
interface Assigned {
  readonly prompt: Prompt
  readonly command: number
  readonly stream: Stream | null
}

/**
 * Whether the commands are in step with the streams: each phase with streams has commands, these have one prompt for
 * each stream, in order, and start nothing together with what it waits for. One command that hands a whole phase to one
 * worker is in step, too, as long as its words speak of all streams.
 */
export function compareCommands(plan: Plan): CommandReport {
  const groups = readCommandGroups(plan)
  const waves = readPhaseWaves(plan)
  const placed = plan.phases.flatMap((phase, at) => phase.streams.map(stream => ({ stream, phase: at })))
  const streamAt = new Map(placed.map(({ stream }, at) => [stream.id, at]))
  const written = waves.flatMap(({ phase, waves: wanted }, at) => {
    const commands = groups.filter(group => group.phase === phase.id).flatMap(group => group.commands)
    const count = commands.reduce((sum, command) => sum + command.prompts.length, 0)
    const inWaves = isSameShape(commands, wanted)
    const order = inWaves ? wanted.flat() : phase.streams
    return commands.flatMap((command, commandAt) =>
      command.prompts.map(prompt => ({ prompt, command: commandAt, phase: at, order, count })),
    )
  })
  let first = 0
  const matched = matchPrompts(
    written.map(({ prompt, phase, order, count }, at) => {
      if (written[at - 1]?.phase !== phase) first = at
      const there = order[at - first]
      return {
        words: plainLine(prompt.words),
        phase,
        samePlace: there ? (streamAt.get(there.id) ?? -1) : -1,
        isFull: count === order.length,
      }
    }),
    placed,
  )
  const assigned = written.map((each, at) => ({ ...each, stream: placed[matched[at] ?? -1]?.stream ?? null }))
  const prompts = new Map(assigned.flatMap(({ prompt, stream }) => (stream ? [[stream.id, prompt] as const] : [])))
  const phaseOf = new Map(placed.map(({ stream, phase }) => [stream.id, plan.phases[phase]]))

  const ownForm: Phase[] = []
  const shared = new Set<Prompt>()
  const phases = waves.map((inWaves, at): PhaseReport => {
    const { phase, waves: wanted } = inWaves
    const own = groups.filter(group => group.phase === phase.id)
    const here = assigned.filter(each => each.phase === at)
    if (own.some(group => group.hasOwnForm)) {
      ownForm.push(phase)
      return { phase, groups: own, differences: [], wanted: [] }
    }
    const hasOthers = phase.streams.some(stream => prompts.has(stream.id) && stream !== here[0]?.stream)
    const isForAll = !hasOthers && isOneForAll(phase, here, placed)
    if (isForAll) for (const { prompt } of here) shared.add(prompt)
    const found =
      phase.streams.length === 0
        ? differencesOfEmpty(here)
        : isForAll
          ? []
          : differencesOfPhase(inWaves, here, stream => phaseOf.get(stream.id))
    return {
      phase,
      groups: own,
      differences: found,
      wanted:
        phase.streams.length === 0
          ? keptOfEmpty(here)
          : wanted.map(wave => wave.map(stream => promptFor(stream, prompts.get(stream.id)))),
    }
  })
  return {
    groups,
    phases,
    strays: groups.filter(group => group.number !== null && group.phase === null),
    differences: [...new Set(phases.flatMap(phase => phase.differences))],
    ownForm,
    prompts: new Map(
      [...prompts].flatMap(([id, prompt]) => (shared.has(prompt) ? [] : [[id, plainLine(prompt.words)] as const])),
    ),
  }
}

/** As it stands, unless it gives a name that the stream no longer has. */
function promptFor(stream: Stream, prompt: Prompt | undefined): string {
  return prompt && !isOutdated(prompt, stream) ? prompt.raw : doubleQuoted(titleOfStream(stream))
}

function isOutdated({ words }: Prompt, stream: Stream): boolean {
  const plain = plainLine(words)
  return namedStream(plain) !== null && plain !== plainLine(titleOfStream(stream))
}

function isSameShape(commands: readonly Command[], waves: readonly (readonly Stream[])[]): boolean {
  return commands.length === waves.length && commands.every(({ prompts }, at) => prompts.length === waves[at]?.length)
}

function differencesOfPhase(
  { phase, waits }: PhaseWaves,
  here: readonly Assigned[],
  phaseOf: (stream: Stream) => Phase | undefined,
): readonly string[] {
  const name = nameOfPhase(phase)
  const all = phase.streams
  if (here.length === 0) return [`${name} has no commands for its ${all.length === 1 ? 'stream' : 'streams'}.`]
  const found: string[] = []
  const own = new Map<Stream, Assigned>()
  for (const each of here) {
    const { stream, prompt } = each
    const words = quoted(prompt.words)
    if (!stream) found.push(`${name} runs ${words}, which belongs to no stream.`)
    else if (!all.includes(stream)) {
      const other = phaseOf(stream)
      found.push(
        `${name} runs ${words}, which belongs to ${nameOf(stream)}${other ? ` in ${nameOfPhase(other)}` : ''}.`,
      )
    } else {
      own.set(stream, each)
      if (isOutdated(prompt, stream)) found.push(`${words} is now ${quoted(titleOfStream(stream))}.`)
    }
  }
  for (const stream of phase.streams) {
    if (!own.has(stream)) found.push(`${name} has no prompt for ${nameOf(stream)}.`)
  }
  if (found.length === 0) {
    for (const [stream, before] of waits) {
      const late = before.find(other => comesTooLate(own, other, stream))
      if (late) found.push(`${name} starts ${nameOf(stream)} too early: ${nameOf(late)} has to be done before.`)
    }
    if (!isInOrder(here, phase.streams)) found.push(`${name} runs its prompts in another order than its streams.`)
  }
  return found
}

/** One worker for a whole phase: the only prompt knows each stream by a word of its own. */
function isOneForAll({ streams }: Phase, here: readonly Assigned[], all: readonly PlacedStream[]): boolean {
  const [only, ...others] = here
  if (!only?.stream || others.length > 0 || streams.length < 2 || !streams.includes(only.stream)) return false
  const words = plainLine(only.prompt.words)
  return namedStream(words) === null && speaksOfAll(words, streams, all)
}

/** Of a phase without streams, a prompt belongs to nobody else as long as no stream elsewhere knows it. */
function staysInEmpty({ prompt, stream }: Assigned): boolean {
  return stream === null && namedStream(plainLine(prompt.words)) === null
}

function differencesOfEmpty(here: readonly Assigned[]): readonly string[] {
  return here
    .filter(each => !staysInEmpty(each))
    .map(({ prompt, stream }) =>
      stream
        ? `${quoted(prompt.words)} belongs to ${nameOf(stream)}, which is in another phase.`
        : `${quoted(prompt.words)} belongs to no stream.`,
    )
}

function keptOfEmpty(here: readonly Assigned[]): readonly (readonly string[])[] {
  const kept: string[][] = []
  for (const { prompt, command } of here.filter(staysInEmpty)) kept[command] = [...(kept[command] ?? []), prompt.raw]
  return kept.filter(command => command.length > 0)
}

function comesTooLate(own: ReadonlyMap<Stream, Assigned>, first: Stream, second: Stream): boolean {
  return (own.get(first)?.command ?? -1) >= (own.get(second)?.command ?? Number.POSITIVE_INFINITY)
}

function isInOrder(here: readonly Assigned[], streams: readonly Stream[]): boolean {
  return here.every(({ stream, command }, at) => {
    const before = here[at - 1]
    if (!before?.stream || !stream || before.command !== command) return true
    return streams.indexOf(before.stream) < streams.indexOf(stream)
  })
}

/** 'Phase 2', or the name where there is no number. */
export function nameOfPhase({ number, name }: Phase): string {
  return number === null ? quoted(name || 'Tasks') : `Phase ${number}`
}

function nameOf(stream: Stream): string {
  return stream.key === null ? quoted(titleOfStream(stream)) : `Stream ${stream.key}`
}

function quoted(words: string): string {
  return `“${plainLine(words)}”`
}
