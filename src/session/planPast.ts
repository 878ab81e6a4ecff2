import { changeFromJson } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import type { BackupEntry, StorageResult } from '#storage/planStorage.ts'
import type { Backups } from './backups.ts'
import { differenceOf } from './differenceOf.ts'
import type { PlanSession } from './planSession.ts'
import { askStorage } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'

export type PastBackup = BackupEntry

/** Words that gave way because they were edited in two tabs at once. */
export interface LostWords {
  readonly words: string
  /** Ms since 1970. */
  readonly at: number
  /** The edit in which they gave way: 'Rename task'. */
  readonly label: string
  readonly revision: number
}

/** What is kept of a plan besides its text; all of it newest first. */
export interface Past {
  readonly backups: readonly PastBackup[]
  readonly lost: readonly LostWords[]
  /** Records that could not be read lie aside. */
  readonly hasAside: boolean
}

export interface PlanPast {
  list(): Promise<StorageResult<Past>>
  /** `null`: this backup is gone, or cannot be read. */
  read(backup: PastBackup): Promise<StorageResult<string | null>>
  /** Makes this the text, as one step to undo. What is there now is backed up first, if it can be. */
  restore(text: string): Promise<Outcome>
}

export function createPlanPast(
  { storage }: SessionWorld,
  backups: Backups,
  { id, run }: Pick<PlanSession, 'id' | 'run'>,
): PlanPast {
  return {
    async list() {
      const [entries, loaded, aside] = await Promise.all([
        askStorage('open', () => storage.backups(id)),
        askStorage('open', () => storage.load(id)),
        askStorage('open', () => storage.aside(id)),
      ])
      if (!entries.ok) return entries
      if (!loaded.ok) return loaded
      const lost = (loaded.value?.log ?? []).flatMap(({ lost, at, change, revision }) =>
        [...new Set(lost)].map(words => ({ words, at, revision, label: changeFromJson(change)?.label ?? 'Edit' })),
      )
      const hasAside = aside.ok && aside.value.length > 0
      return { ok: true, value: { backups: entries.value, lost: lost.toReversed(), hasAside } }
    },
    async read(backup) {
      const result = await askStorage('open', () => storage.readBackup(id, backup))
      return result.ok ? { ok: true, value: result.value && storedText(result.value) } : result
    },
    async restore(text) {
      await backups.takeNow('restore')
      return run(replaceText, text)
    },
  }
}

function replaceText(plan: Plan, text: string): Outcome {
  if (plan.text === text) return refuse('same-text', 'The plan reads like this already; nothing was changed.')
  return { ok: true, change: { ...differenceOf(plan.text, text), label: 'Restore' } }
}
