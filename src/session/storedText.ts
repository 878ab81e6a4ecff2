import { type Change, changeFromJson, changeText, composeChanges } from '#plan/change.ts'
import type { StoredPlan } from '#storage/planStorage.ts'

type Stored = Pick<StoredPlan, 'text' | 'snapshotRevision' | 'log'>

/** The newest text of a stored plan: the snapshot with what the log adds to it. */
export function storedText(stored: Stored): string {
  const later = stored.log.filter(record => record.revision > stored.snapshotRevision)
  return applyAll(
    stored.text,
    later.map(record => record.change),
  )
}

/** The text that a stored plan had at this revision; `null` where the log does not reach it. */
export function storedTextAt(stored: Stored & Pick<StoredPlan, 'revision'>, revision: number): string | null {
  const oldest = stored.log[0]?.revision ?? stored.revision + 1
  if (revision > stored.revision || revision < Math.min(stored.snapshotRevision, oldest - 1)) return null
  if (revision >= stored.snapshotRevision) {
    return storedText({ ...stored, log: stored.log.filter(record => record.revision <= revision) })
  }
  const between = stored.log.filter(record => revision < record.revision && record.revision <= stored.snapshotRevision)
  return applyAll(
    stored.text,
    between.reverse().map(record => record.inverse),
  )
}

/** Up to the first that does not fit. */
function applyAll(text: string, logged: readonly unknown[]): string {
  const changes: Change[] = []
  let { length } = text
  for (const json of logged) {
    const change = changeFromJson(json)
    if (change?.set.length !== length) break
    changes.push(change)
    length = change.set.newLength
  }
  if (changes.length === 0) return text
  return changeText(
    text,
    changes.reduce((all, change) => composeChanges('', all, change)),
  )
}
