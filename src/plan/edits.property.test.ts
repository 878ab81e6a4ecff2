import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, type Change, editsOf, invertChange } from './change.ts'
import { plainPlan } from './edit/plainPlan.fixture.ts'
import { type RandomEdit, randomEdit, tryEdit } from './edit/randomEdit.fixture.ts'
import { randomPlanText } from './edit/randomPlan.fixture.ts'
import { boardOf, sketchOf } from './edit/sketch.fixture.ts'
import { parsePlan } from './parse/parsePlan.ts'
import type { NodeId, Plan } from './plan.ts'

/** Runs of each property; more with BRAID_RUNS. */
const runs = Number(process.env.BRAID_RUNS ?? 1000)
const seed = process.env.BRAID_SEED ? { seed: Number(process.env.BRAID_SEED) } : {}

/** Edits that take away what makes a heading a stream in a file without `Stream` headings. */
const onBoard: ReadonlySet<RandomEdit['kind']> = new Set([
  'addTask',
  'deleteTask',
  'moveTask',
  'moveStream',
  'deleteStream',
  'deletePhase',
])

/** What random runs have stumbled over. */
const pinned: readonly (readonly [string, RandomEdit[]])[] = [
  [
    '# T\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] one\n',
    [{ kind: 'addDependency', first: 0, second: 0, words: ', \u00a0 `code`' }],
  ],
  ['## Phase 1: # (Sequential)\n', [{ kind: 'setMode', first: 0, second: 0, words: '' }]],
]

const refusals = new Map<string, number>()

describe('random edits of random plans', () => {
  test('say what they mean, change nothing else, and can be undone and redone', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(randomPlanText(), fc.array(randomEdit(), { minLength: 1, maxLength: 6 }), (text, edits) => {
        runEdits(text, edits)
      }),
      { numRuns: runs, ...seed, examples: pinned.map(([text, edits]) => [text, edits]) },
    )
    if (process.env.BRAID_RUNS) console.log(Object.fromEntries([...refusals].sort()))
  })
})

/** `toEqual`, which only looks closely where a quick look finds a difference. */
function expectSame(actual: unknown, expected: unknown, message?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected)
}

function runEdits(text: string, edits: readonly RandomEdit[]): void {
  let plan = parsePlan(text)
  const steps: { change: Change; inverse: Change }[] = []
  const versions = [plan]
  for (const edit of edits) {
    const tried = tryEdit(plan, edit)
    if (!tried) continue
    const { outcome } = tried
    const key = `${edit.kind} ${outcome.ok ? 'ok' : outcome.refusal.code}`
    refusals.set(key, (refusals.get(key) ?? 0) + 1)
    if (!outcome.ok) {
      expect(outcome.refusal.message).toMatch(/^[A-Z“].*[.!]$/)
      if (process.env.BRAID_REFUSED === key) throw new Error(JSON.stringify([plan.text, edit]))
      continue
    }
    if (outcome.change.set.empty) continue
    const before = sketchOf(plan)
    const next = applyChange(plan, outcome.change)
    const after = sketchOf(next)
    tried.mean(before, after)
    if (!onBoard.has(edit.kind) || !isDeepStrictEqual(boardOf(after), boardOf(before))) expectSame(after, before)
    checkRead(plan, next)
    checkTouched(plan, edit.kind, tried.subjects, outcome.change)
    steps.push({ change: outcome.change, inverse: invertChange(plan, outcome.change, next) })
    plan = next
    versions.push(plan)
  }
  checkUndo(versions, steps)
}

/** The plan is what a fresh parse gives, ids are unique, and what did not change is the same object. */
function checkRead(before: Plan, after: Plan): void {
  expectSame(plainPlan(after), plainPlan(parsePlan(after.text)))
  const ids = [...after.nodes.keys()]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) {
    const old = before.nodes.get(id)
    const node = after.nodes.get(id)
    if (old === undefined || old === node) continue
    expect(old.kind).toBe(node?.kind)
    if (isDeepStrictEqual(node, old)) expect(node, 'an unchanged node is the same object').toBe(old)
  }
  if (JSON.stringify(before.phases) === JSON.stringify(after.phases)) expect(after.phases).toBe(before.phases)
}

const wholeLines: ReadonlySet<RandomEdit['kind']> = new Set([
  'addTask',
  'deleteTask',
  'duplicateTask',
  'moveTask',
  'addStream',
  'moveStream',
  'addPhase',
  'addIntegrationPoint',
  'deleteIntegrationPoint',
])

/** Nothing but blanks goes outside the lines of the subjects and, where names change, outside dependencies. */
function checkTouched(plan: Plan, kind: RandomEdit['kind'], subjects: readonly NodeId[], change: Change): void {
  const { text, planSpans } = plan
  const allowed = subjects.map(id => plan.spans.get(id)?.whole)
  if (kind === 'renamePlan') allowed.push(planSpans.title ?? undefined)
  if (kind === 'setOverview') allowed.push(planSpans.overview ?? undefined)
  const isNaming = kind === 'renameStream' || kind === 'deleteStream' || kind === 'deletePhase'
  if (isNaming || kind === 'removeDependency') {
    for (const id of plan.nodes.keys()) {
      const span = plan.spans.get(id)?.dependencies
      // With the parenthesis around a task's: '(depends on A)'.
      if (span) allowed.push({ from: text.lastIndexOf('(', span.from), to: span.to + 1 }, span)
    }
  }
  const edits = editsOf(change)
  for (const { from, to, insert } of edits) {
    let gone = ''
    for (let at = from; at < to; at++)
      if (!allowed.some(span => span && span.from <= at && at < span.to)) gone += text[at]
    expect(gone.trim(), `${kind} takes away more than its lines`).toBe('')
    if (!wholeLines.has(kind)) continue
    const isBoundary = (at: number) => at === 0 || at === text.length || /[\r\n]/.test(text.slice(at - 1, at + 1))
    const isOpenEnd = to === text.length && /^[\r\n]|^$/.test(insert)
    expect((isBoundary(from) && isBoundary(to)) || isOpenEnd, `${kind} writes whole lines`).toBe(true)
  }
  // What goes and what comes right behind it is one place.
  const places = edits.filter(({ from }, index) => edits[index - 1]?.to !== from)
  if (!isNaming && !kind.startsWith('rename'))
    expect(places.length).toBeLessThanOrEqual(kind.startsWith('move') ? 2 : 1)
}

function checkUndo(versions: readonly Plan[], steps: readonly { change: Change; inverse: Change }[]): void {
  let plan = versions.at(-1)
  if (!plan) return
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]
    const older = versions[at]
    if (!step || !older) throw new Error('A step without its plan')
    const undone: Plan = applyChange(plan, step.inverse)
    expect(undone.text).toBe(older.text)
    expectSame(sketchOf(undone), sketchOf(older), 'undo gives every node its id back')
    checkRead(plan, undone)
    plan = undone
  }
  for (const [at, step] of steps.entries()) {
    plan = applyChange(plan, step.change)
    expect(plan.text).toBe(versions[at + 1]?.text)
    expect(editsOf(step.change).length).toBeGreaterThan(0)
  }
}
