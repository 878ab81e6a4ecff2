import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import { type Dependencies, resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { NodeId, Phase, Plan, Stream, Task } from '#plan/plan.ts'
import type { PlanSession, SaveState } from './planSession.ts'

const SessionContext = createContext<PlanSession | null>(null)

export function SessionProvider({ session, children }: { session: PlanSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): PlanSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** A narrow slice of the plan; renders again only when the slice is another object. */
export function usePlan<Slice>(select: (plan: Plan) => Slice): Slice {
  return useStore(useSession().state, state => select(state.plan))
}

export function useTask(id: NodeId): Task | undefined {
  const node = usePlan(plan => plan.nodes.get(id))
  return node?.kind === 'task' ? node : undefined
}

export function useStream(id: NodeId): Stream | undefined {
  const node = usePlan(plan => plan.nodes.get(id))
  return node?.kind === 'stream' ? node : undefined
}

export function usePhase(id: NodeId): Phase | undefined {
  const node = usePlan(plan => plan.nodes.get(id))
  return node?.kind === 'phase' ? node : undefined
}

/** `run(setPriority, task.id, 'high')`: one edit, one undo step. Never changes between renders. */
export function useRun(): PlanSession['run'] {
  return useSession().run
}

export interface HistoryControls {
  /** 'Move task'; `null` when there is nothing to undo. */
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly undo: () => string | null
  readonly redo: () => string | null
}

export function useHistory(): HistoryControls {
  const { state, undo, redo } = useSession()
  const undoLabel = useStore(state, ({ history }) => history.undo.at(-1)?.label ?? null)
  const redoLabel = useStore(state, ({ history }) => history.redo.at(-1)?.label ?? null)
  return { undoLabel, redoLabel, undo, redo }
}

export function useSaveState(): SaveState {
  return useStore(useSession().state, state => state.save)
}

/** The plan came from elsewhere and is not kept yet; edits are refused. */
export function useIsOnlyShown(): boolean {
  return useStore(useSession().state, state => state.isOnlyShown)
}

const resolved = new WeakMap<Plan, Dependencies>()

/** What the plan's references mean; worked out once for each plan. */
export function dependenciesOf(plan: Plan): Dependencies {
  let dependencies = resolved.get(plan)
  if (!dependencies) {
    dependencies = resolveDependencies(plan)
    resolved.set(plan, dependencies)
  }
  return dependencies
}
