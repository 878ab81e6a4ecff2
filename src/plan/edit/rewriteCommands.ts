import type { Edit } from '#plan/change.ts'
import { type CommandReport, compareCommands } from '#plan/execution/compareCommands.ts'
import type { Command, CommandGroup } from '#plan/execution/readCommands.ts'
import { plainLine } from '#plan/execution/shellWords.ts'
import { titleOfPhase } from '#plan/execution/titles.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import { BlockKind } from '#plan/parse/blocks.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Phase, Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { type CommandStyle, commandLines, readCommandStyle } from './commandStyle.ts'
import { topLevel } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { isBlankLine, lineBreakAt, lineBreakLength, lineStartBefore } from './lineBreaks.ts'
import { lineEdits } from './lineEdits.ts'
import { modelOf } from './model.ts'
import { refuseUnreadable } from './refusals.ts'
import { removedGroup } from './removeStrayCommands.ts'
import { sameModel } from './sameModel.ts'
import { endOfWords, sectionLines } from './sectionLines.ts'
import { reads } from './settle.ts'

/**
 * Brings the execution commands in step with the streams: under the comment of each phase one prompt for each stream, in
 * order, and in a later command what waits for others of its phase. Prompts that an author wrote for a stream stay with
 * it, and so does the author's way to write commands; what is in step is not touched, nor the commands of phases that
 * the plan does not have (`removeStrayCommands`). `only` is the phase to look at. Refuses where nothing is to be done.
 */
export function rewriteCommands(plan: Plan, only: NodeId | null = null): Outcome {
  const label = 'Update commands'
  const report = compareCommands(plan)
  const phases = report.phases.filter(({ phase }) => only === null || phase.id === only)
  if (plan.phases.every(phase => phase.streams.length === 0)) {
    return refuse('no-streams', 'The plan has no streams yet. Commands are written for streams.')
  }
  if (phases.every(({ differences }) => differences.length === 0)) {
    if (report.ownForm.length > 0) {
      return refuse('own-form', 'These commands have a form of their own. Change them in the text.')
    }
    return refuse('in-step', 'The commands are in step already.')
  }
  const outcome = changeOf(label, plan, editsOfPhases(plan, report, only))
  const isMeant = reads(
    plan,
    outcome,
    after =>
      sameModel({ ...modelOf(plan), execution: after.execution }, modelOf(after)) && isInStep(after, report, only),
  )
  return isMeant ? outcome : refuseUnreadable(label)
}

function isInStep(after: Plan, before: CommandReport, only: NodeId | null): boolean {
  const { phases, strays } = compareCommands(after)
  const rest = phases.filter(({ phase }) => only === null || phase.id === only)
  return rest.every(({ differences }) => differences.length === 0) && strays.length === before.strays.length
}

function editsOfPhases(plan: Plan, report: CommandReport, only: NodeId | null): readonly Edit[] {
  const all = report.groups.flatMap(group => group.commands)
  const edits: Edit[] = []
  // New groups that go to one place are one insertion.
  const added = new Map<CommandGroup | null, (readonly string[])[]>()
  let last: CommandGroup | null = null
  for (const { phase, groups, differences, wanted } of report.phases) {
    if (differences.length > 0 && (only === null || phase.id === only)) {
      const own = groups.flatMap(group => group.commands)
      const style = readCommandStyle(own, all)
      if (own.length > 0) edits.push(...editsOfGroups(plan, groups, wanted, style))
      else added.set(last, [...(added.get(last) ?? []), groupLines(phase, wanted, style)])
    }
    last = groups.at(-1) ?? last
  }
  for (const [after, groups] of added) edits.push(insertGroups(plan, after, report.groups[0], groups))
  return edits
}

/** Writes each wave where a command stands; further waves go below the last, and commands too many go. */
function editsOfGroups(
  plan: Plan,
  groups: readonly CommandGroup[],
  wanted: readonly (readonly string[])[],
  style: CommandStyle,
): readonly Edit[] {
  const commands = groups.flatMap(group => group.commands)
  return groups.flatMap(group => {
    const waves = group.commands.map(command => {
      const at = commands.indexOf(command)
      return at === commands.length - 1 ? wanted.slice(at) : wanted.slice(at, at + 1)
    })
    if (!group.hasOthers && waves.every(each => each.length === 0)) return [removedGroup(plan, group)]
    return group.commands.flatMap((command, at) => editsOfCommand(plan, command, waves[at] ?? [], style))
  })
}

function editsOfCommand(
  { text }: Plan,
  { span, tail, prompts }: Command,
  waves: readonly (readonly string[])[],
  style: CommandStyle,
): readonly Edit[] {
  if (waves.length === 0) return [{ from: span.from, to: nextLine(text, lineEnd(text, span.to)), insert: '' }]
  const written = prompts.map(({ raw }) => raw)
  if (waves.length === 1 && waves[0]?.join('\n') === written.join('\n')) return []
  const lines = waves.flatMap(wave => commandLines(style, wave, tail))
  return lineEdits(text, span, lines, lineBreakAt(text, nextLine(text, lineEnd(text, span.from))))
}

function groupLines(phase: Phase, wanted: readonly (readonly string[])[], style: CommandStyle): readonly string[] {
  const comment = `${style.indent}# ${plainLine(titleOfPhase(phase))}`
  return [comment, ...wanted.flatMap(prompts => commandLines(style, prompts, ''))]
}

/** Below the commands of the phase before, else above the first commands, else in a section of their own. */
function insertGroups(
  plan: Plan,
  after: CommandGroup | null,
  first: CommandGroup | undefined,
  groups: readonly (readonly string[])[],
): Edit {
  const { text } = plan
  const lines = groups.flatMap((group, at) => (at === 0 ? group : ['', ...group]))
  if (after) return insertLines(text, nextLine(text, lineEnd(text, after.span.to)), ['', ...lines])
  return first ? insertLines(text, first.span.from, [...lines, '']) : insertSection(plan, lines)
}

function insertSection(plan: Plan, lines: readonly string[]): Edit {
  const { text, sections, blocks } = readingOf(plan)
  const fenced = ['```bash', ...lines, '```']
  const section = sections.find(({ role }) => role === 'execution')
  if (section) {
    for (let at = section.firstBlock; at < section.endBlock; at++) {
      if (blocks.kind[at] !== BlockKind.fence || blocks.parent[at] !== -1) continue
      const from = blocks.content[at] ?? 0
      const to = blocks.contentTo[at] ?? from
      return insertLines(text, to, text.slice(from, to).trim() === '' ? lines : ['', ...lines])
    }
    return insertApart(text, endOfWords(plan, section.block, section.end), fenced)
  }
  const nodes = [...plan.phases, ...plan.integrationPoints]
  const end = Math.max(...nodes.map(({ id }) => sectionLines(plan, id)?.to ?? plan.spans.get(id)?.whole.to ?? 0))
  const criteria = sections.find(({ role, line }) => role === 'criteria' && line >= end)
  return insertApart(text, criteria?.line ?? end, [`${'#'.repeat(topLevel(plan))} Execution Commands`, ...fenced])
}

/** Lines with blank ones around them. */
function insertApart(text: string, at: number, lines: readonly string[]): Edit {
  const isStart = at === 0 || (lineBreakLength(text, at) > 0 && isBlankLine(text, lineStartBefore(text, at)))
  return insertLines(text, at, [...(isStart ? [] : ['']), ...lines, ...(isBlankLine(text, at) ? [] : [''])])
}
