import { type Change, changeFromJson, changeText, changeToJson, invertText } from '#plan/change.ts'
import { renamePlan } from '#plan/edit/renamePlan.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { LogRecord, PlanStorage, StoredPlan } from '#storage/planStorage.ts'
import type { Left, LeftEdits, LeftName } from './journal.ts'
import { askStorage } from './sessionFailures.ts'
import { storedText } from './storedText.ts'
import { summarisePlan } from './summarisePlan.ts'
import { lostOf, weave } from './weave.ts'

interface LeftStep {
  readonly kind: LogRecord['kind']
  readonly origin: string
  readonly at: number
  readonly change: Change
  readonly lost: readonly string[]
}

/** So often the edits are woven in again when a tab stores something in between. */
const attempts = 10

/** Stores what a page left unconfirmed, woven into what came since. `false`: it could not be done, or not yet. */
export async function replayLeft(storage: PlanStorage, left: Left): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await askStorage('open', () => storage.load(left.id))
    if (!loaded.ok) return false
    if (loaded.value) {
      const steps = 'title' in left ? renamingFor(left, loaded.value) : stepsFor(left, loaded.value)
      if (steps === null) return false
      if (await appendAll(storage, loaded.value, steps)) return keepSettings(storage, left)
    } else {
      const plan = 'plan' in left ? left.plan : null
      // The plan was purged, or the site's data cleared: there is nothing that the edits could be made to.
      if (!plan) return true
      const created = await askStorage('save', () => storage.create(plan))
      if (!created.ok && created.failure.code !== 'broken') return false
    }
  }
  return false
}

async function keepSettings(storage: PlanStorage, left: Left): Promise<boolean> {
  const word = 'settings' in left ? left.settings : null
  if (word === null) return true
  const kept = await askStorage('save', () => storage.keepSettings(left.id, word))
  return kept.ok || kept.failure.code === 'missing'
}

/** The edits that storage does not have, made for its newest text; `null` when the records in between are gone. */
function stepsFor(left: LeftEdits, stored: StoredPlan): readonly LeftStep[] | null {
  if (left.steps.length === 0) return []
  const since = stored.log.filter(record => record.revision > left.revision)
  if (since.length !== stored.revision - left.revision) return null
  let steps: readonly LeftStep[] = left.steps.flatMap(({ kind, origin, at, change: json }) => {
    const change = changeFromJson(json)
    return change ? [{ kind, origin, at, change, lost: [] }] : []
  })
  if (steps.length < left.steps.length) return null
  for (const record of since) {
    if (record.origin === steps[0]?.origin) {
      steps = steps.slice(1)
      continue
    }
    const theirs = changeFromJson(record.change)
    if (!theirs) return null
    let travelling = theirs
    steps = steps.map(step => {
      const woven = weave(step.change, travelling)
      travelling = woven.theirs
      return { ...step, change: woven.ours, lost: [...step.lost, ...lostOf(woven.clashes)] }
    })
  }
  return steps
}

/** None for a name that the plan has, or that its text cannot have. */
function renamingFor({ title, origin, at }: LeftName, stored: StoredPlan): readonly LeftStep[] {
  const outcome = renamePlan(parsePlan(storedText(stored)), title)
  if (!outcome.ok || outcome.change.set.empty) return []
  return [{ kind: 'edit', origin, at, change: outcome.change, lost: [] }]
}

async function appendAll(storage: PlanStorage, stored: StoredPlan, steps: readonly LeftStep[]): Promise<boolean> {
  let { revision } = stored
  let text = storedText(stored)
  for (const { kind, origin, at, change, lost } of steps) {
    if (change.set.length !== text.length) return false
    const inverse = changeToJson(invertText(text, change))
    text = changeText(text, change)
    const kept = lost.length > 0 ? { lost } : {}
    const record: LogRecord = { revision: ++revision, kind, origin, at, change: changeToJson(change), inverse, ...kept }
    const { id, createdAt, name: fallbackName } = stored.summary
    const summary = summarisePlan(parsePlan(text), { id, createdAt, changedAt: at, fallbackName })
    const result = await askStorage('save', () => storage.append(stored.summary.id, record, summary))
    if (!result.ok || result.value === 'behind') return false
  }
  return true
}
