import { applyChange, type Change, editsOf, invertChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, PlanNode } from '#plan/plan.ts'
import { plainPlan } from './plainPlan.fixture.ts'

/**
 * Proves four things of an edit: it gives this text, undo gives the same bytes and the same nodes back, the plan after
 * it is what a fresh parse reads, and it touches nothing that stays as it was. What the edit meant is for the test to
 * ask of the plan that comes back.
 */
export function proveEdit(before: string, edit: (plan: Plan) => Outcome, after: string): Plan {
  const plan = parsePlan(before)
  const outcome = edit(plan)
  if (!outcome.ok) throw new Error(`Refused (${outcome.refusal.code}): ${outcome.refusal.message}`)
  const { change } = outcome
  const next = applyChange(plan, change)
  same(next.text, after, 'the text after the edit')
  provePlan(plan, next)
  proveUndo(plan, change, next)
  proveNarrow(before, change)
  return next
}

/** The code of a refusal; an edit that is not refused fails. Its message must be one for a person. */
export function refusalOf(before: string, edit: (plan: Plan) => Outcome): string {
  const outcome = edit(parsePlan(before))
  if (outcome.ok) throw new Error('The edit was not refused')
  const { code, message } = outcome.refusal
  if (!/^[A-Z“].*[.]$/.test(message)) throw new Error(`Not a sentence: ${message}`)
  return code
}

/** Fresh parse, unique ids, and the old objects for what did not change. */
function provePlan(before: Plan, after: Plan): void {
  same(plainPlan(after), plainPlan(parsePlan(after.text)), 'the plan after the edit')
  const ids = [...after.nodes.keys()]
  if (new Set(ids).size !== ids.length) throw new Error('An id stands for two nodes')
  for (const id of ids) {
    const old = before.nodes.get(id)
    const node = after.nodes.get(id)
    if (old && old !== node && JSON.stringify(old) === JSON.stringify(node)) {
      throw new Error(`Node ${id} did not change, but is another object`)
    }
  }
}

function proveUndo(before: Plan, change: Change, after: Plan): void {
  const inverse = invertChange(before, change, after)
  const undone = applyChange(after, inverse)
  same(undone.text, before.text, 'the text after undo')
  same([...undone.nodes.keys()], [...before.nodes.keys()], 'the ids after undo')
  same(applyChange(undone, invertChange(after, inverse, undone)).text, after.text, 'the text after redo')
}

/** No edit writes again what stands there. */
function proveNarrow(before: string, change: Change): void {
  for (const { from, to, insert } of editsOf(change)) {
    const old = before.slice(from, to)
    if (old === '' || insert === '') continue
    if (old[0] === insert[0] || old.at(-1) === insert.at(-1)) {
      throw new Error(`${JSON.stringify(old)} becomes ${JSON.stringify(insert)}: more than what differs`)
    }
  }
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return
  throw Object.assign(new Error(`Not as expected: ${what}`), { actual, expected, showDiff: true })
}

/** The node of a kind by its words: a task's text, a reference's words, any other node's name. */
export function find<Kind extends PlanNode['kind']>(
  plan: Plan,
  kind: Kind,
  words: string,
): Extract<PlanNode, { kind: Kind }> {
  for (const id of plan.nodes.keys()) {
    const node = plan.nodes.get(id)
    if (node?.kind === kind && wordsOf(node) === words) return node as Extract<PlanNode, { kind: Kind }>
  }
  throw new Error(`No ${kind} "${words}"`)
}

function wordsOf(node: PlanNode): string {
  if ('name' in node) return node.name
  return 'text' in node ? node.text : node.prompts.join(' ')
}

export function idOf(plan: Plan, kind: PlanNode['kind'], words: string): NodeId {
  return find(plan, kind, words).id
}
