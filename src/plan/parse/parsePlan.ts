import type { Change } from '#plan/change.ts'
import { type Census, firstIdentities, type Identities, matchIdentities } from '#plan/identity.ts'
import type { Lookup, NodeId, NodeSpans, Placeholder, Plan, PlanNode, PlanSpans, Problem } from '#plan/plan.ts'
import { assembleNodes, type Source, wordsOfRow } from './assemble.ts'
import { overviewSpan, spansOfPlan, spansOfRow, titleSpan } from './nodeSpans.ts'
import { numberNodes } from './numberNodes.ts'
import { outlinePlan } from './outline.ts'
import { readPlaceholders } from './placeholders.ts'
import { readBlocks } from './readBlocks.ts'
import { readSections } from './sections.ts'

/**
 * How a plan was read, kept on the plan where nobody else sees it. Not in a WeakMap: the young-generation collector takes
 * what one holds for alive, so each plan that an edit replaced would be copied before it is dropped.
 */
const readAs = Symbol('readAs')

interface ReadPlan extends Plan {
  readonly [readAs]?: { readonly census: Census; readonly reading: Reading }
}

/** What a plan was read from, for edits that need to know more of the text than the nodes say. */
export interface Reading extends Source {
  /** -1 for an id that is gone. */
  rowOf(id: NodeId): number
}

/** Reads any Markdown text as a plan: never throws, never changes a byte. Odd text is listed in `problems`. */
export function parsePlan(text: string): Plan {
  return readPlan(text, null)
}

/**
 * The plan of `text`, which is `before.text` after `change`. Nodes keep their ids (see `matchIdentities`), and those
 * that did not change are the same objects.
 */
export function reparsePlan(text: string, before: Plan, change: Change): Plan {
  return readPlan(text, { plan: before, change })
}

/** The rows behind a plan's tables. */
export function censusOf(plan: Plan): Census {
  const census = (plan as ReadPlan)[readAs]?.census
  if (!census) throw new Error('This plan was not made by parsePlan')
  return census
}

/** The blocks, sections and rows behind a plan. */
export function readingOf(plan: Plan): Reading {
  const reading = (plan as ReadPlan)[readAs]?.reading
  if (!reading) throw new Error('This plan was not made by parsePlan')
  return reading
}

function readPlan(text: string, previous: { plan: Plan; change: Change } | null): Plan {
  const blocks = readBlocks(text)
  const sections = readSections(text, blocks)
  const outline = outlinePlan(sections)
  const { table, details, criteria } = numberNodes(text, blocks, sections, outline)
  const source: Source = { text, blocks, sections, table, details }
  const old = previous ? censusOf(previous.plan) : null
  const identities: Identities =
    previous && old
      ? matchIdentities(table, row => wordsOfRow(source, row), old, previous.change)
      : firstIdentities(table.count)
  const objects = assembleNodes(source, identities, old)
  const census: Census = { table, ids: identities.ids, objects, nextId: identities.nextId }

  const tops = { phase: [], integrationPoint: [], executionStep: [], task: [] } as {
    [Kind in 'phase' | 'integrationPoint' | 'executionStep' | 'task']: Extract<PlanNode, { kind: Kind }>[]
  }
  for (let row = 0; row < table.count; row++) {
    const object = objects[row]
    if (table.parent[row] !== -1 || !object) continue
    if (object.kind === 'phase') tops.phase.push(object)
    else if (object.kind === 'integrationPoint') tops.integrationPoint.push(object)
    else if (object.kind === 'executionStep') tops.executionStep.push(object)
  }
  for (const row of criteria) {
    const object = objects[row]
    if (object?.kind === 'task') tops.task.push(object)
  }
  const title = titleSpan(source, outline)
  const overviewSection = sections[outline.overview]
  const overview = overviewSection ? overviewSpan(source, overviewSection) : null
  const rows = rowTable(census)
  let placeholders: readonly Placeholder[] | null = null
  let planSpans: PlanSpans | null = null

  const plan: Plan = {
    text,
    title: title && title.to > title.from ? text.slice(title.from, title.to) : null,
    dialect: outline.native ? 'native' : 'generic',
    overview: overview && text.slice(overview.from, overview.to),
    phases: share(previous?.plan.phases, tops.phase),
    integrationPoints: share(previous?.plan.integrationPoints, tops.integrationPoint),
    execution: share(previous?.plan.execution, tops.executionStep),
    criteria: share(previous?.plan.criteria, tops.task),
    problems: noProblems,
    nodes: lookup(rows, row => objects[row]),
    spans: lookup<NodeSpans>(rows, row => spansOfRow(source, row)),
    parents: parentLookup(rows, census),
    get placeholders() {
      placeholders ??= readPlaceholders(text, blocks)
      return placeholders
    },
    get planSpans() {
      planSpans ??= spansOfPlan(source, outline)
      return planSpans
    },
  }
  const reading: Reading = { ...source, rowOf: id => rows.rows[id] ?? -1 }
  return Object.defineProperty(plan, readAs, { value: { census, reading } })
}

const noProblems: readonly Problem[] = []

/** The old list when it holds the same objects. */
function share<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && before.length === after.length && before.every((value, at) => value === after[at]) ? before : after
}

interface RowTable {
  readonly count: number
  readonly ids: Int32Array
  /** Row by id; -1 for an id that is gone. */
  readonly rows: Int32Array
}

function rowTable({ ids, table, nextId }: Census): RowTable {
  const rows = new Int32Array(nextId).fill(-1)
  for (let row = 0; row < table.count; row++) rows[ids[row] ?? 0] = row
  return { count: table.count, ids, rows }
}

function lookup<Value>(table: RowTable, valueAt: (row: number) => Value | undefined): Lookup<Value> {
  const rowOf = (id: NodeId) => table.rows[id] ?? -1
  return {
    size: table.count,
    has: id => rowOf(id) >= 0,
    get: id => {
      const row = rowOf(id)
      return row < 0 ? undefined : valueAt(row)
    },
    keys: () => Array.from(table.ids) as NodeId[],
  }
}

function parentLookup(table: RowTable, census: Census): Lookup<NodeId> {
  const all = lookup(table, row => {
    const parent = census.table.parent[row] ?? -1
    return parent < 0 ? undefined : (census.ids[parent] as NodeId)
  })
  return { ...all, has: id => all.get(id) !== undefined }
}
