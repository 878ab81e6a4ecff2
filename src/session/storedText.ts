import { type Change, changeFromJson, changeText, composeChanges } from '#plan/change.ts'
import type { StoredPlan } from '#storage/planStorage.ts'

/** The newest text of a stored plan: the snapshot with what the log adds to it. */
export function storedText(stored: Pick<StoredPlan, 'text' | 'snapshotRevision' | 'log'>): string {
  const changes: Change[] = []
  let { length } = stored.text
  for (const record of stored.log) {
    if (record.revision <= stored.snapshotRevision) continue
    const change = changeFromJson(record.change)
    if (change?.set.length !== length) break
    changes.push(change)
    length = change.set.newLength
  }
  if (changes.length === 0) return stored.text
  return changeText(
    stored.text,
    changes.reduce((all, change) => composeChanges('', all, change)),
  )
}
