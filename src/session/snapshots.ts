import type { StoreApi } from 'zustand/vanilla'
import { historyLimit } from '#plan/history.ts'
import type { PlanId } from '#storage/planStorage.ts'
import type { SessionState } from './planSession.ts'
import { askStorage, type SessionNotice } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'

/** A snapshot is renewed when this many records stand after it. */
const snapshotEvery = 200

export interface Snapshots {
  /** Storage has one at this revision. */
  stands(revision: number): void
  /** The text is stored at this revision. Resolves when a new snapshot is, where one was due. */
  renew(revision: number): Promise<void>
}

export function createSnapshots(
  { storage }: SessionWorld,
  id: PlanId,
  start: number,
  state: StoreApi<SessionState>,
  tell: (notice: SessionNotice) => void,
): Snapshots {
  let newest = start
  return {
    stands(revision) {
      newest = revision
    },
    async renew(revision) {
      if (revision - newest < snapshotEvery) return
      newest = revision
      const { text } = state.getState().plan
      const renewed = await askStorage('save', () => storage.renewSnapshot(id, revision, text, historyLimit))
      if (!renewed.ok) tell({ kind: 'no-upkeep', failure: renewed.failure })
    },
  }
}
