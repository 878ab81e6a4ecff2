import { isBackedUp, keepBackups } from './keepBackups.ts'
import type {
  Appended,
  LogRecord,
  NewBackup,
  NewPlan,
  PlanId,
  PlanStorage,
  StorageResult,
  StoredPlan,
} from './planStorage.ts'
import { attempt, fail, storageFailure, succeed } from './storageFailure.ts'

interface KeptPlan extends Omit<StoredPlan, 'isRemoved' | 'unreadable' | 'fromBackup'> {
  readonly removedAt: number | null
  readonly backups: readonly NewBackup[]
  readonly settings: string | null
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
        const { summary, text, envelope, revision = 0 } = structuredClone(plan)
        plans.set(id, {
          summary,
          text,
          envelope,
          snapshotRevision: revision,
          revision,
          log: [],
          removedAt: null,
          backups: [],
          settings: null,
        })
        return succeed(undefined)
      }),

    load: id =>
      attempt('open', () => {
        const plan = plans.get(id)
        if (plan === undefined) return succeed(null)
        const { removedAt, backups, settings, ...stored } = structuredClone(plan)
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

    backUp: (id, backup) =>
      attempt('save', () => {
        const plan = plans.get(id)
        if (plan === undefined || refusals.has(id) || backup.entry.revision > plan.revision) return succeed(false)
        const entries = plan.backups.map(({ entry }) => entry)
        if (isBackedUp(entries, backup.entry)) return succeed(false)
        const backups = [...plan.backups, structuredClone(backup)]
        const kept = keepBackups(backups.map(({ entry }) => entry))
        plans.set(id, { ...plan, backups: backups.filter(({ entry }) => kept.has(entry)) })
        return succeed(true)
      }),

    backups: id =>
      attempt('open', () => {
        const entries = (plans.get(id)?.backups ?? []).map(({ entry }) => entry)
        return succeed(structuredClone(entries).sort((a, b) => b.at - a.at))
      }),

    readBackup: (id, { at, revision, reason }) =>
      attempt('open', () => {
        const backup = plans
          .get(id)
          ?.backups.find(({ entry }) => entry.at === at && entry.revision === revision && entry.reason === reason)
        if (!backup) return succeed(null)
        const { text, envelope } = structuredClone(backup)
        return succeed({ text, envelope, snapshotRevision: revision, log: [] })
      }),

    aside: async () => succeed([]),

    readSettings: id => attempt('open', () => succeed(plans.get(id)?.settings ?? null)),
    keepSettings: (id, settings) => change('save', id, () => ({ settings })),

    raw: id =>
      attempt('open', () => {
        const plan = plans.get(id)
        return succeed(plan ? [{ key: ['plan', id], value: structuredClone(plan) }] : [])
      }),

    remove: (id, at) => change('delete', id, () => ({ removedAt: at })),
    restore: id => change('restore', id, () => ({ removedAt: null })),

    purge: before =>
      attempt('delete', () => {
        for (const [id, plan] of plans) if (plan.removedAt !== null && plan.removedAt < before) plans.delete(id)
        return succeed(undefined)
      }),
  }
}
