import type { StorageFailure, StorageResult } from '#storage/planStorage.ts'
import { attempt, fail, type StorageTask, storageFailure } from '#storage/storageFailure.ts'

import { countWhileSlow } from './storageWaits.ts'

/** Ms after which a storage that does not answer is taken for one that will not. */
const patience = 8_000

/** Something people should hear of once. */
export type SessionNotice =
  /** A backup or a snapshot could not be stored; edits are not touched by that. */
  | { readonly kind: 'no-upkeep'; readonly failure: StorageFailure }
  /** The same words were edited in another tab at the same time. */
  | { readonly kind: 'replaced'; readonly lost: string; readonly kept: string; readonly lostIsOurs: boolean }
  /** The browser's data were cleared under the open plan; it is stored again. */
  | { readonly kind: 'stored-again' }
  /** The newest edits could not be read when the plan was opened; what is left of them is kept aside. */
  | { readonly kind: 'unreadable'; readonly edits: number }
  /** What is stored was damaged: the plan was built from a backup and the edits after it, but for those missing. */
  | { readonly kind: 'from-backup'; readonly at: number; readonly missing: number }

export const removedFailure: StorageFailure = {
  code: 'missing',
  message:
    'This plan was deleted in another tab. Your edits are kept with it, and it stays deleted. Keep the plan to have it in your list again, or download it.',
}

export const goneFailure: StorageFailure = {
  code: 'missing',
  message:
    'This plan is no longer in this browser: its data were cleared. Your text is safe in this tab. Keep the plan to store it again, or download it.',
}

export const wipedFailure: StorageFailure = {
  code: 'missing',
  message:
    'There were plans here, and they are gone: the data of this site were cleared, by you, by the browser, or by a clean-up tool. Braid did not delete them. If you have downloaded a plan, open its file here.',
}

export const slowFailure = storageFailure('slow', 'save', undefined, 'Braid goes on trying; you can download it.')

/**
 * Asks storage; what throws or never answers is a failure as well. The screen says when it is slow, except for callers
 * that do so in their own place (`askStorageQuietly`).
 */
export function askStorage<Value>(
  task: StorageTask,
  work: () => Promise<StorageResult<Value>>,
): Promise<StorageResult<Value>> {
  return countWhileSlow(askStorageQuietly(task, work))
}

export async function askStorageQuietly<Value>(
  task: StorageTask,
  work: () => Promise<StorageResult<Value>>,
): Promise<StorageResult<Value>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const givenUp = new Promise<StorageResult<Value>>(resolve => {
    timer = setTimeout(() => resolve(fail(storageFailure('slow', task))), patience)
  })
  try {
    return await Promise.race([attempt(task, work), givenUp])
  } finally {
    clearTimeout(timer)
  }
}
