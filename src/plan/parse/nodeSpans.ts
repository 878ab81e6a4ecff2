import type { NodeSpans, PlanSpans, Span } from '#plan/plan.ts'
import type { Source } from './assemble.ts'
import { BlockKind } from './blocks.ts'
import { closingBracket } from './box.ts'
import { CR, LF } from './chars.ts'
import { readIntegrationHeading, readPhaseHeading, readStreamHeading, trimEnd } from './headings.ts'
import { lineEnd, nextLine } from './lines.ts'
import { NodeKind } from './nodeTable.ts'
import { wordsFrom, wordsTo } from './numberNodes.ts'
import type { Outline } from './outline.ts'
import { endsInTasksLabel, type List, type Section } from './sections.ts'
import { readTaskText } from './taskText.ts'

const noSpans = {
  text: null,
  box: null,
  key: null,
  priority: null,
  estimate: null,
  estimateValue: null,
  suffix: null,
  dependencies: null,
  marker: null,
  tasks: null,
} as const

/** Where the node of a row stands. Read from the text again, because hardly any node is ever asked for it. */
export function spansOfRow(source: Source, row: number): NodeSpans {
  const { text, table } = source
  switch (table.kind[row]) {
    case NodeKind.task:
      return spansOfTask(source, row)
    case NodeKind.reference: {
      const spans = source.details.references[table.detail[row] ?? 0]
      const whole = spans?.whole ?? { from: 0, to: 0 }
      return { ...noSpans, whole, line: whole, text: spans?.text ?? null }
    }
    case NodeKind.executionStep: {
      const whole = { from: lineStart(text, table.start[row] ?? 0), to: afterLine(text, table.end[row] ?? 0) }
      return { ...noSpans, whole, line: whole }
    }
    default:
      return spansOfHeading(source, row)
  }
}

function spansOfTask(source: Source, row: number): NodeSpans {
  const { text, blocks, table } = source
  const block = table.block[row] ?? 0
  const start = table.start[row] ?? 0
  const line = blocks.line[block] ?? start
  const box = blocks.box[block] ?? -1
  const to = wordsTo(blocks, block)
  const read = readTaskText(text, wordsFrom(text, blocks, block, to), to)
  return {
    ...noSpans,
    whole: { from: line, to: afterLine(text, table.end[row] ?? start) },
    line: { from: line, to: lineEnd(text, start) },
    text: { from: read.textFrom, to: read.textTo },
    box: box < 0 ? null : { from: box + 1, to: closingBracket(text, box) },
    key: spanFrom(read.keyFrom, read.keyTo),
    priority: spanFrom(read.priorityFrom, read.priorityTo),
    estimate: spanFrom(read.estimateFrom, read.estimateTo),
    dependencies: spanFrom(read.dependenciesFrom, read.dependenciesTo),
    marker: { from: start, to: blocks.content[block] ?? start },
  }
}

function spanFrom(from: number, to: number): Span | null {
  return from < 0 ? null : { from, to }
}

function spansOfHeading(source: Source, row: number): NodeSpans {
  const { text, blocks, table, details, sections } = source
  const block = table.block[row] ?? -1
  const detail = table.detail[row] ?? 0
  const kind = table.kind[row]
  const stream = kind === NodeKind.stream ? details.streams[detail] : undefined
  const outlined =
    kind === NodeKind.phase
      ? details.phases[detail]
      : kind === NodeKind.stream
        ? stream?.outline
        : details.integrationPoints[detail]
  const section = sections[outlined?.section ?? -1]
  const lists = outlined && 'lists' in outlined ? outlined.lists : []
  const wholeTo = outlined?.end ?? table.end[row] ?? 0
  const tasks = kind === NodeKind.phase || !section ? null : taskRegion(source, section, lists)
  if (block < 0) {
    const from = tasks?.from ?? lineStart(text, table.start[row] ?? 0)
    return { ...noSpans, whole: { from, to: wholeTo }, line: { from, to: from }, tasks }
  }
  const from = blocks.content[block] ?? 0
  const to = blocks.contentTo[block] ?? from
  const line = blocks.line[block] ?? 0
  const phase = kind === NodeKind.phase ? readPhaseHeading(text, from, to) : null
  const keyed = kind === NodeKind.stream ? readStreamHeading(text, from, to) : null
  const point = kind === NodeKind.integrationPoint ? readIntegrationHeading(text, from, to) : null
  return {
    ...noSpans,
    whole: { from: line, to: wholeTo },
    line: { from: line, to: lineEnd(text, from) },
    text: phase?.name ?? keyed?.name ?? point?.name ?? { from, to },
    key: phase?.numberSpan ?? keyed?.keySpan ?? point?.numberSpan ?? null,
    suffix: phase?.suffix ?? point?.suffix ?? null,
    estimate: stream?.fields.estimateSpan ?? null,
    estimateValue: stream?.fields.estimateValue ?? null,
    dependencies: stream?.fields.dependencies ?? null,
    tasks,
  }
}

/**
 * The lines of the lists, or the line where a first item would go: after `**Tasks:**`, else after the last block of its
 * section that is no rule.
 */
function taskRegion(source: Source, section: Section, lists: readonly List[]): Span {
  const { text, blocks } = source
  const first = lists[0]
  const last = lists.at(-1)
  if (first && last) {
    const from = blocks.line[first.first] ?? 0
    let to = from
    for (let at = last.first; at < last.end; at++) {
      if (blocks.parent[at] === -1) to = afterLine(text, blocks.to[at] ?? 0)
    }
    return { from, to }
  }
  let at = section.block >= 0 ? afterLine(text, blocks.to[section.block] ?? section.line) : 0
  for (let block = section.firstBlock; block < section.endBlock; block++) {
    if (blocks.parent[block] !== -1 || blocks.kind[block] === BlockKind.thematicBreak) continue
    at = afterLine(text, blocks.to[block] ?? 0)
    const isParagraph = blocks.kind[block] === BlockKind.paragraph
    if (isParagraph && endsInTasksLabel(text, blocks.from[block] ?? 0, blocks.to[block] ?? 0)) break
  }
  return { from: at, to: at }
}

/** Title, overview and criteria. */
export function spansOfPlan(source: Source, outline: Outline): PlanSpans {
  const { text, blocks, sections } = source
  const overview = sections[outline.overview]
  const criteria = outline.criteria[0]
  const criteriaSection = sections[criteria?.section ?? -1]
  return {
    title: titleSpan(source, outline),
    overview: overview ? overviewSpan(source, overview) : null,
    overviewAt: overview ? afterLine(text, blocks.to[overview.block] ?? overview.line) : null,
    criteria: criteria && criteriaSection ? taskRegion(source, criteriaSection, criteria.lists) : null,
  }
}

/** The title's own words: without the 'Implementation Plan:' that comes before them in the templates. */
export function titleSpan(source: Source, outline: Outline): Span | null {
  const section = sectionOf(source, outline.title)
  if (!section) return null
  const from = source.blocks.content[section.block] ?? 0
  const to = source.blocks.contentTo[section.block] ?? from
  const label = /^(?:Implementation[ \t]+)?Plan:[ \t]*/i.exec(source.text.slice(from, Math.min(to, from + 60)))
  const start = from + (label?.[0].length ?? 0)
  return start < to ? { from: start, to } : { from, to }
}

export function overviewSpan(source: Source, section: Section): Span | null {
  const { blocks, text } = source
  if (section.firstBlock >= section.endBlock) return null
  const from = blocks.line[section.firstBlock] ?? 0
  if (blocks.kind[section.firstBlock] === BlockKind.frontMatter) return null
  // A rule at the end divides the section from the next.
  let last = section.endBlock - 1
  while (last >= section.firstBlock && blocks.kind[last] === BlockKind.thematicBreak && blocks.parent[last] === -1)
    last--
  if (last < section.firstBlock) return null
  return trimEnd(text, from, last === section.endBlock - 1 ? section.end : (blocks.line[last + 1] ?? section.end))
}

function sectionOf(source: Source, at: number): Section | undefined {
  return source.sections[at]
}

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--
  return start
}

/** Offset after the line break that ends the line of `at`, or the text's end. */
export function afterLine(text: string, at: number): number {
  return nextLine(text, lineEnd(text, at))
}

function isLineBreak(code: number): boolean {
  return code === LF || code === CR
}
