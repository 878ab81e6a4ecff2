import type { StorageFailure, StorageResult } from './planStorage.ts'

/** What the person was about to do when the storage failed; it decides how the message begins and what is safe. */
export type StorageTask = 'list' | 'open' | 'save' | 'delete' | 'restore' | 'clear'
type Code = StorageFailure['code']

const whatHappened: Record<StorageTask, string> = {
  list: 'The list of plans could not be read',
  open: 'The plan could not be opened',
  save: 'Not saved',
  delete: 'The plan was not deleted',
  restore: 'The plan was not restored',
  clear: 'Plans that were deleted long ago are still kept',
}

const why: Record<Code, string> = {
  full: 'there is no room left for this site on this device',
  blocked: 'this browser does not let this site keep data, as in some private windows',
  missing: 'the plan is no longer kept in this browser',
  slow: 'the storage of this browser does not answer',
  broken: 'the storage of this browser reported an error',
  damaged: 'what is stored of it is damaged, and there is no backup that can be read',
  newer: 'it was saved by a newer version of Braid',
}

const whatToDo: Record<Code, string> = {
  full: 'Free some space on this device and try again.',
  blocked: 'Allow this site to keep data and reload the page.',
  missing: 'Go back to the list of plans to see what is there.',
  slow: 'Close other tabs that show Braid and try again.',
  broken: 'Reload the page and try again.',
  damaged: 'Download what is stored: its text may still be in there. Your other plans are not affected.',
  newer: 'Reload the page to get that version.',
}

const whatToDoWhenNotSaved: Record<Code, string> = {
  full: 'Download it, or free some space on this device and try again.',
  blocked: 'Download it before you close this tab.',
  missing: 'Download it, or keep it as a new plan.',
  slow: 'Close other tabs that show Braid and try again, or download it.',
  broken: 'Try again; if it fails again, download it.',
  damaged: 'Download it, or keep it as a new plan.',
  newer: 'Download it, and reload the page to get that version.',
}

/** `detail` replaces the usual reason for this code, `advice` the usual advice. */
export function storageFailure(code: Code, task: StorageTask, detail?: string, advice?: string): StorageFailure {
  const safe = task === 'save' ? 'Your plan is safe in this tab.' : 'Nothing stored was changed.'
  const next = advice ?? (task === 'save' ? whatToDoWhenNotSaved : whatToDo)[code]
  return { code, message: `${whatHappened[task]}: ${detail ?? why[code]}. ${safe} ${next}` }
}

/** What an error of the browser means for the person. */
export function failureOfError(error: unknown, task: StorageTask): StorageFailure {
  const name = error instanceof Error && error.name !== '' ? error.name : 'UnknownError'
  switch (name) {
    case 'QuotaExceededError':
      return storageFailure('full', task)
    case 'SecurityError':
      return storageFailure('blocked', task)
    case 'TimeoutError':
      return storageFailure('slow', task)
    default:
      return storageFailure('broken', task, `${why.broken} (${name})`)
  }
}

export function succeed<Value>(value: Value): StorageResult<Value> {
  return { ok: true, value }
}

export function fail(failure: StorageFailure): { readonly ok: false; readonly failure: StorageFailure } {
  return { ok: false, failure }
}

/** Runs `work`, at once, and turns what it throws into a failure. */
export async function attempt<Value>(
  task: StorageTask,
  work: () => PromiseLike<StorageResult<Value>> | StorageResult<Value>,
): Promise<StorageResult<Value>> {
  try {
    return await work()
  } catch (error) {
    return fail(failureOfError(error, task))
  }
}
