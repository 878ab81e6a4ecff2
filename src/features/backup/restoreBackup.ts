import type { BackedUpPlan, BackupStep } from '#plan/backup/readBackup.ts'
import { readBackup } from '#plan/backup/readBackup.ts'
import type { Problem } from '#plan/plan.ts'
import type { Library, PlanText } from '#session/library.ts'

export interface Restored {
  /** The new plans. */
  readonly ids: readonly string[]
  /** Plans of the backup that are in this browser already, word for word. */
  readonly alreadyHere: number
  readonly leftOut: readonly LeftOut[]
  /** Why it ended before its end: nothing more could be stored. */
  readonly failure: string | null
}

export interface LeftOut {
  readonly name: string
  readonly reason: string
}

interface Surroundings {
  readonly library: Pick<Library, 'state' | 'readPlan' | 'addPlan' | 'refresh'>
  /** Ms since 1970. */
  readonly now: number
  /** Called between two pieces of work. */
  readonly breathe: () => Promise<void>
}

/** Makes a new plan of each that is not here yet; what is here is left alone. A whole file that is refused gives why. */
export async function restoreBackup(bytes: Uint8Array, surroundings: Surroundings): Promise<Restored | Problem> {
  const { library, now, breathe } = surroundings
  const known = await readKnown(surroundings)
  const ids: string[] = []
  const leftOut: LeftOut[] = []
  let alreadyHere = 0
  let failure: string | null = null

  const steps: Iterator<BackupStep, Problem | null> = readBackup(bytes)
  for (;;) {
    const { done, value: step } = steps.next()
    if (done) {
      if (step) return step
      break
    }
    await breathe()
    if (step.kind === 'left-out') leftOut.push({ name: step.name, reason: step.reason })
    if (step.kind !== 'plan') continue
    if (known.has(identityOf(step.plan))) {
      alreadyHere++
      continue
    }
    const added = await library.addPlan(datedUntil(now, step.plan))
    if (!added.ok) {
      failure = added.failure.message
      break
    }
    ids.push(added.value)
  }
  await library.refresh()
  return { ids, alreadyHere, leftOut, failure }
}

async function readKnown({ library, breathe }: Surroundings): Promise<ReadonlySet<string>> {
  await library.refresh()
  const known = new Set<string>()
  for (const { id } of library.state.getState().plans ?? []) {
    const read = await library.readPlan(id)
    if (read.ok && read.value) known.add(identityOf(read.value))
    await breathe()
  }
  return known
}

/** Two plans are the same when their files would be. */
function identityOf({ text, envelope }: PlanText): string {
  return `${envelope.bom ? 'b' : ''}${envelope.crlf ? 'c' : ''}:${text}`
}

/** By a clock that went wrong elsewhere a plan may come from the future. */
function datedUntil(now: number, plan: BackedUpPlan): BackedUpPlan {
  if (!plan.dates) return plan
  const { createdAt, changedAt } = plan.dates
  return { ...plan, dates: { createdAt: Math.min(createdAt, now), changedAt: Math.min(changedAt, now) } }
}
