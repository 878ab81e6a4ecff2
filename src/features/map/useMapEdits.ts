import { wordsToName } from '#plan/dependencies/wordsToName.ts'
import { addDependency } from '#plan/edit/addDependency.ts'
import { removeDependencies } from '#plan/edit/removeDependencies.ts'
import { replaceDependency } from '#plan/edit/replaceDependency.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import type { PlanSession } from '#session/planSession.ts'
import { reviewOf } from '#session/review/reviews.ts'
import { dependenciesOf, useSession } from '#session/SessionContext.tsx'
import { showToast } from '#ui/toasts.ts'

export interface MapEdits {
  /** `false`: refused, and the person was told why. */
  add(from: NodeId, to: NodeId): boolean
  remove(references: readonly NodeId[]): boolean
  /** Writes the name of the stream that a guess means into the text. */
  confirm(reference: NodeId, to: NodeId): boolean
}

export function useMapEdits(): MapEdits {
  const session = useSession()
  const run = <Args extends readonly unknown[]>(edit: (plan: Plan, ...args: Args) => Outcome, ...args: Args) => {
    const result = session.run(edit, ...args)
    if (!result.ok) tell(session, result.refusal)
    return result.ok
  }
  return {
    add: (from, to) => run(plan => waitFor(plan, from, to)),
    remove: references => run(removeDependencies, references),
    confirm: (reference, to) => run(confirmation(session, reference, to)),
  }
}

function tell(session: PlanSession, { code, message }: { readonly code: string; readonly message: string }): void {
  if (code === 'only-shown') showToast({ message, action: { label: 'Keep a copy', onAct: session.keep } })
  else showToast({ message, tone: 'danger' })
}

/** `from` waits for `to`, by the words that name it. */
export function waitFor(plan: Plan, from: NodeId, to: NodeId): Outcome {
  return addDependency(plan, from, wordsToName(plan.phases, to, from))
}

/** The review knows a way that leaves nothing to find; it has none where two streams are meant. */
function confirmation(session: PlanSession, reference: NodeId, to: NodeId): (plan: Plan) => Outcome {
  const isIt = ({ code, node, fix }: Finding) => code === 'guessed-dependency' && node === reference && fix !== null
  const fix = reviewOf(session).getState().findings?.find(isIt)?.fix
  if (fix) return fix.edit
  return plan => {
    const node = plan.nodes.get(reference)
    const holder = plan.parents.get(reference)
    const qualifier = node?.kind === 'reference' && node.qualifier !== null ? ` (${node.qualifier})` : ''
    const name = holder === undefined ? '' : (allOf(plan, reference) ?? wordsToName(plan.phases, to, holder))
    return replaceDependency(plan, reference, name + qualifier)
  }
}

/** 'Streams A & B' for words that mean several streams; `null` where they mean one, or where one has no letter. */
function allOf(plan: Plan, reference: NodeId): string | null {
  const links = dependenciesOf(plan).links.filter(link => link.reference === reference)
  const keys = links.map(({ to }) => {
    const node = to === null ? undefined : plan.nodes.get(to)
    return node?.kind === 'stream' ? node.key : null
  })
  return keys.length < 2 || keys.includes(null) ? null : `Streams ${keys.join(' & ')}`
}
