import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NodeId, Plan } from '#plan/plan.ts'
import type { Finding, Severity } from '#plan/review/finding.ts'
import type { PlanSession } from '#session/planSession.ts'

export interface Mark {
  readonly severity: Severity
  /** All that is found at the node, in words. */
  readonly words: string
}

export interface ReviewState {
  /** `null` until the plan was reviewed for the first time; then of the newest plan there was time for. */
  readonly findings: readonly Finding[] | null
  /** By the node at which it is shown. */
  readonly marks: ReadonlyMap<NodeId, Mark>
}

const nothing: ReviewState = { findings: null, marks: new Map() }

/** Ms without an edit after which the plan is reviewed: nobody wants findings about half a word. */
const restAfter = 300

const known = new WeakMap<PlanSession, StoreApi<ReviewState>>()

export function reviewOf(session: PlanSession): StoreApi<ReviewState> {
  let review = known.get(session)
  if (!review) {
    review = createStore<ReviewState>(() => nothing)
    known.set(session, review)
  }
  return review
}

/** Reviews the plan now, and after each of its edits when there is time. Returns what stops it. */
export function keepReviewed(session: PlanSession): () => void {
  const review = reviewOf(session)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const work = async () => {
    const { reviewPlan } = await import('#plan/review/reviewPlan.ts')
    if (isStopped) return
    const { plan } = session.state.getState()
    const findings = reviewPlan(plan)
    review.setState({ findings, marks: marksOf(findings, plan, review.getState().marks) })
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    // A part that cannot be loaded now is asked for again by the next edit.
    timer = setTimeout(() => whenIdle(() => void work().catch(() => undefined)), ms)
  }
  later(0)
  const stop = session.state.subscribe((now, before) => now.plan !== before.plan && later(restAfter))
  return () => {
    isStopped = true
    clearTimeout(timer)
    stop()
  }
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2_000 })
  else work()
}

const rank: Record<Severity, number> = { problem: 2, risk: 1, note: 0 }

export function worse(one: Severity, other: Severity): Severity {
  return rank[one] >= rank[other] ? one : other
}

/** Marks that stay the same are the old objects, so that nothing is rendered again for them. */
function marksOf(
  findings: readonly Finding[],
  plan: Plan,
  before: ReadonlyMap<NodeId, Mark>,
): ReadonlyMap<NodeId, Mark> {
  const marks = new Map<NodeId, Mark>()
  for (const { node, severity, message } of findings) {
    if (node === null) continue
    for (const place of placesOf(node, plan)) {
      const mark = marks.get(place)
      marks.set(
        place,
        mark
          ? { severity: worse(mark.severity, severity), words: `${mark.words}\n${message}` }
          : { severity, words: message },
      )
    }
  }
  for (const [node, mark] of marks) {
    const old = before.get(node)
    if (old?.words === mark.words && old.severity === mark.severity) marks.set(node, old)
  }
  return marks
}

/** Where a finding is marked: a check stands in a list that may be closed, so its gate is marked as well. */
export function placesOf(node: NodeId, plan: Plan): readonly NodeId[] {
  const place = placeOf(node, plan)
  const above = plan.parents.get(place)
  return above !== undefined && plan.nodes.get(above)?.kind === 'integrationPoint' ? [place, above] : [place]
}

/** A dependency is shown by its stream or task. */
export function placeOf(node: NodeId, plan: Plan): NodeId {
  return plan.nodes.get(node)?.kind === 'reference' ? (plan.parents.get(node) ?? node) : node
}
