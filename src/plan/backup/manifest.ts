import * as v from 'valibot'
import { limits } from './backupLimits.ts'

export const manifestName = 'manifest.json'

/** What the files of a backup do not say themselves. */
export interface ManifestPlan {
  /** The file's path in the zip. */
  readonly file: string
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly changedAt: number
  /** How it is looked at, as `settingsToWord` writes it. */
  readonly settings?: string
}

/** Characters; with so many a full list stays below its limit. */
const longestName = 255
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(longestName))
/** In the backup dates are ISO 8601, so that people can read them. */
const date = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse), v.number(), v.finite())

const planSchema = v.strictObject({
  file: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name)),
  id: v.pipe(v.string(), v.maxLength(100)),
  name,
  createdAt: date,
  changedAt: date,
  settings: v.exactOptional(v.pipe(v.string(), v.maxLength(120))),
})

const manifestSchema = v.strictObject({
  kind: v.literal('braid-backup'),
  version: v.literal(1),
  plans: v.pipe(
    v.array(v.unknown()),
    // Counted before any of them is looked at.
    v.maxLength(limits.entries),
    v.array(planSchema),
    v.check(plans => new Set(plans.map(plan => plan.file)).size === plans.length),
  ),
})

export function writeManifest(plans: readonly ManifestPlan[]): string {
  const written = plans.map(plan => ({
    ...plan,
    name: plan.name.slice(0, longestName) || 'Plan',
    createdAt: isoDate(plan.createdAt),
    changedAt: isoDate(plan.changedAt),
  }))
  return `${JSON.stringify({ kind: 'braid-backup', version: 1, plans: written }, null, 2)}\n`
}

function isoDate(at: number): string {
  return new Date(Math.min(Math.max(at, 0), Date.UTC(9999, 0))).toISOString()
}

/** `null` for anything that no Braid wrote: other keys, a file named twice, dates that are none. */
export function readManifest(json: string): ReadonlyMap<string, ManifestPlan> | null {
  try {
    const result = v.safeParse(manifestSchema, JSON.parse(json), { abortEarly: true })
    return result.success ? new Map(result.output.plans.map(plan => [plan.file, plan])) : null
  } catch {
    return null
  }
}
