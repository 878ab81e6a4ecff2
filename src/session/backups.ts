import type { StoreApi } from 'zustand/vanilla'
import type { Plan } from '#plan/plan.ts'
import { backupEvery } from '#storage/keepBackups.ts'
import type { BackupEntry, NewBackup, PlanId, StorageResult } from '#storage/planStorage.ts'
import { fail, storageFailure } from '#storage/storageFailure.ts'
import type { SessionState } from './planSession.ts'
import type { Saver } from './saver.ts'
import { askStorage, type SessionNotice } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'
import { countPlan } from './summarisePlan.ts'

export interface Backups {
  /** Call it before each edit. Every five minutes the text as it was before one is kept, when there is time for it. */
  beforeEdit(): void
  /** Keeps the text as it is now, once it is saved. */
  takeNow(reason: BackupEntry['reason']): Promise<StorageResult<boolean>>
}

export function createBackups(
  world: SessionWorld,
  id: PlanId,
  state: StoreApi<SessionState>,
  saver: Saver,
  tell: (notice: SessionNotice) => void,
): Backups {
  const whenIdle = world.whenIdle ?? ((work: () => void) => setTimeout(work))
  let takenAt = Number.NEGATIVE_INFINITY

  const backUp = async (plan: Plan, revision: number, at: number, reason: BackupEntry['reason']) => {
    const { text } = plan
    const entry = { at, revision, reason, size: text.length, ...countPlan(plan) }
    const { envelope } = state.getState()
    const result = await askStorage('save', () => world.storage.backUp(id, { entry, text, envelope }))
    if (!result.ok) tell({ kind: 'no-upkeep', failure: result.failure })
    return result
  }
  return {
    beforeEdit() {
      const at = world.now()
      if (Math.abs(at - takenAt) < backupEvery) return
      const revision = saver.confirmedRevision()
      // A text that storage does not have is no backup; the next edit that follows one will do.
      if (revision === null) return
      takenAt = at
      const { plan } = state.getState()
      whenIdle(async () => {
        await saver.settled()
        await backUp(plan, revision, at, 'edits')
      })
    },
    async takeNow(reason) {
      await saver.settled()
      const revision = saver.confirmedRevision()
      if (revision === null) return fail(storageFailure('broken', 'save'))
      return backUp(state.getState().plan, revision, world.now(), reason)
    },
  }
}

/** Ms that a deletion waits for the backup before it: people must be able to delete what cannot be read. */
const patience = 1_500

/** Keeps a plan that is not open as it is stored, if that can be done soon. */
export async function backUpStored(
  { storage, now }: SessionWorld,
  id: PlanId,
  reason: BackupEntry['reason'],
): Promise<void> {
  const work = async () => {
    const loaded = await askStorage('open', () => storage.load(id))
    if (!loaded.ok || !loaded.value) return
    const { summary, envelope, revision } = loaded.value
    const text = storedText(loaded.value)
    const { done, total } = summary
    const backup: NewBackup = {
      entry: { at: now(), revision, reason, size: text.length, done, total },
      text,
      envelope,
    }
    await askStorage('save', () => storage.backUp(id, backup))
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([work(), late])
  clearTimeout(timer)
}
