import type { Appended, LogRecord, NewPlan, PlanId, PlanStorage, StorageResult, StoredPlan } from './planStorage.ts'
import { attempt, fail, storageFailure, succeed } from './storageFailure.ts'

interface KeptPlan extends Omit<StoredPlan, 'isRemoved' | 'unreadable'> {
  readonly removedAt: number | null
}

/** Keeps plans as long as the page lives: for tests, and where the browser keeps nothing. */
export function createMemoryPlanStorage(): PlanStorage {
  const plans = new Map<PlanId, KeptPlan>()
  /** Appends asked for before the failed one was answered fail with it. */
  const refusals = new Map<PlanId, StorageResult<'behind'>>()

  function append(id: PlanId, record: LogRecord, summary: NewPlan['summary']): StorageResult<Appended> {
    const plan = plans.get(id)
    const refusal = plan ? refusals.get(id) : fail(storageFailure('missing', 'save'))
    if (refusal !== undefined) return refusal
    if (plan === undefined || record.revision !== plan.revision + 1) {
      const behind = succeed<'behind'>('behind')
      refusals.set(id, behind)
      queueMicrotask(() => refusals.delete(id))
      return behind
    }
    const [kept, shown] = structuredClone([record, summary] as const)
    plans.set(id, { ...plan, summary: shown, revision: record.revision, log: [...plan.log, kept] })
    return succeed(plan.removedAt === null ? 'appended' : 'removed')
  }

  function change(
    task: 'save' | 'delete' | 'restore',
    id: PlanId,
    changed: (plan: KeptPlan) => Partial<KeptPlan>,
  ): Promise<StorageResult<void>> {
    return attempt(task, () => {
      const plan = plans.get(id)
      if (plan === undefined) return fail(storageFailure('missing', task))
      plans.set(id, { ...plan, ...changed(plan) })
      return succeed(undefined)
    })
  }

  return {
    list: () =>
      attempt('list', () => {
        const shown = [...plans.values()].filter(plan => plan.removedAt === null).map(plan => plan.summary)
        return succeed(structuredClone(shown).sort((a, b) => b.changedAt - a.changedAt))
      }),

    create: plan =>
      attempt('save', () => {
        const { id } = plan.summary
        if (plans.has(id)) return fail(storageFailure('broken', 'save', `a plan is already stored under ${id}`))
        const { summary, text, envelope } = structuredClone(plan)
        plans.set(id, { summary, text, envelope, snapshotRevision: 0, revision: 0, log: [], removedAt: null })
        return succeed(undefined)
      }),

    load: id =>
      attempt('open', () => {
        const plan = plans.get(id)
        if (plan === undefined) return succeed(null)
        const { removedAt, ...stored } = structuredClone(plan)
        return succeed({ ...stored, isRemoved: removedAt !== null, unreadable: 0 })
      }),

    newer: (id, revision) =>
      attempt('open', () => {
        const plan = plans.get(id)
        if (plan === undefined) return succeed(null)
        const log = plan.log.filter(record => record.revision > revision)
        if (log.length !== plan.revision - revision) return succeed(null)
        return succeed(structuredClone({ log, isRemoved: plan.removedAt !== null }))
      }),

    append: (id, record, summary) => attempt('save', () => append(id, record, summary)),

    renewSnapshot: (id, revision, text, keep) =>
      attempt('save', () => {
        const plan = plans.get(id)
        if (plan === undefined) return fail(storageFailure('missing', 'save'))
        if (refusals.has(id) || revision <= plan.snapshotRevision) return succeed(undefined)
        if (revision > plan.revision) {
          return fail(storageFailure('broken', 'save', `revision ${revision} of ${id} cannot be read`))
        }
        const keptFrom = Math.min(revision, plan.revision - keep) + 1
        const log = plan.log.filter(record => record.revision >= keptFrom)
        plans.set(id, { ...plan, text, snapshotRevision: revision, log })
        return succeed(undefined)
      }),

    aside: async () => succeed([]),

    remove: (id, at) => change('delete', id, () => ({ removedAt: at })),
    restore: id => change('restore', id, () => ({ removedAt: null })),

    purge: before =>
      attempt('delete', () => {
        for (const [id, plan] of plans) if (plan.removedAt !== null && plan.removedAt < before) plans.delete(id)
        return succeed(undefined)
      }),
  }
}
