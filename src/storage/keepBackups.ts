import type { BackupEntry } from './planStorage.ts'

/** Ms between two backups of what is being edited. */
export const backupEvery = 5 * 60 * 1000
const day = 24 * 60 * 60 * 1000

const recentKept = 10
const daysKept = 7
/** Of those taken before something that replaces or removes a plan. */
const specialKept = 5

/**
 * Which backups stay: the newest, ten at least five minutes apart, the newest of each of seven days, those before the
 * last five imports, restores, deletions and migrations, and two for their size: the biggest, and the newest that is at
 * least half as big. So a plan that was emptied, however long ago, has its last full text.
 */
export function keepBackups(entries: readonly BackupEntry[]): ReadonlySet<BackupEntry> {
  const newestFirst = [...entries].sort((a, b) => b.at - a.at || b.revision - a.revision)
  const kept = new Set<BackupEntry>(newestFirst.slice(0, 1))

  let last = Number.POSITIVE_INFINITY
  let recent = 0
  const days = new Set<number>()
  let special = 0
  for (const entry of newestFirst) {
    if (entry.reason !== 'edits') {
      if (special++ < specialKept) kept.add(entry)
      continue
    }
    if (recent < recentKept && last - entry.at >= backupEvery) {
      kept.add(entry)
      last = entry.at
      recent++
    }
    const itsDay = Math.floor(entry.at / day)
    if (days.size < daysKept && !days.has(itsDay)) {
      kept.add(entry)
      days.add(itsDay)
    }
  }

  const biggest = newestFirst.reduce<BackupEntry | null>((a, b) => (a && a.size >= b.size ? a : b), null)
  const lastBig = newestFirst.find(entry => entry.size * 2 >= (biggest?.size ?? 0))
  if (biggest) kept.add(biggest)
  if (lastBig) kept.add(lastBig)
  return kept
}

/** Whether a backup that is asked for now would add nothing to these. */
export function isBackedUp(entries: readonly BackupEntry[], asked: BackupEntry): boolean {
  if (asked.reason === 'edits') {
    return entries.some(entry => Math.abs(asked.at - entry.at) < backupEvery || isSame(entry, asked))
  }
  return entries.some(entry => entry.reason === asked.reason && isSame(entry, asked))
}

function isSame(a: BackupEntry, b: BackupEntry): boolean {
  return a.revision === b.revision && a.size === b.size
}
