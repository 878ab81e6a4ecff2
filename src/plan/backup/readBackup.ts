import { decodeFile, type Envelope } from '#plan/file.ts'
import type { Problem } from '#plan/plan.ts'
import { utf8 } from '#plan/share/utf8.ts'
import { limits } from './backupLimits.ts'
import { backupProblems } from './backupProblems.ts'
import { foreignReason, isByproduct, isMarkdown, nameProblem, planNameOf } from './entryNames.ts'
import { inflateEntry } from './inflateEntry.ts'
import { type ManifestPlan, manifestName, readManifest } from './manifest.ts'
import { readDirectory, type ZipEntry } from './zipDirectory.ts'

/** A plan out of a backup. */
export interface BackedUpPlan {
  readonly text: string
  readonly envelope: Envelope
  /** Its name where the text has no title. */
  readonly fallbackName: string
  /** How it was looked at, as `settingsToWord` writes it. */
  readonly settings?: string
  /** Ms since 1970; left out where the backup does not say. */
  readonly dates?: { readonly createdAt: number; readonly changedAt: number }
}

export type BackupStep =
  | { readonly kind: 'plan'; readonly plan: BackedUpPlan }
  /** `reason` is for a person. */
  | { readonly kind: 'left-out'; readonly name: string; readonly reason: string }
  /** Some work was done: a moment to look after the screen. */
  | { readonly kind: 'working' }

/**
 * Reads a zip of Markdown files from anywhere, plan by plan. Gives `null` when all was read, or why nothing is: then no
 * plan came before. A single bad file is left out, and the others are read.
 */
export function* readBackup(bytes: Uint8Array): Generator<BackupStep, Problem | null> {
  if (bytes.length > limits.file) return backupProblems.tooLarge
  const directory = readDirectory(bytes)
  if (!directory.ok) return directory.problem
  const { entries } = directory
  const wanted = entries.filter(entry => isMarkdown(entry.name) || entry.name === manifestName)
  if (wanted.reduce((sum, entry) => sum + entry.size, 0) > limits.total) return backupProblems.tooLarge
  if (!entries.some(entry => isMarkdown(entry.name))) return backupProblems.empty

  const manifest = yield* readManifestOf(entries)
  const seen = new Set<string>([manifestName])
  for (const entry of entries) {
    if (entry.name === manifestName || isByproduct(entry.name)) continue
    const reason = seen.has(entry.name) ? 'Another file in the backup has the same name.' : nameProblem(entry.name)
    seen.add(entry.name)
    yield reason ? leftOut(entry.name, reason) : yield* readEntry(entry, manifest?.get(entry.name))
  }
  return null
}

function* readManifestOf(
  entries: readonly ZipEntry[],
): Generator<BackupStep, ReadonlyMap<string, ManifestPlan> | null> {
  const found = entries.filter(entry => entry.name === manifestName)
  const [entry] = found
  if (!entry) return null
  if (found.length === 1 && entry.size <= limits.manifest) {
    const inflated = yield* working(inflateEntry(entry))
    const json = inflated.ok ? utf8.decode(inflated.bytes) : null
    const manifest = json === null ? null : readManifest(json)
    if (manifest) return manifest
  }
  yield leftOut(manifestName, 'It cannot be understood, so plans without a title are called by their file names.')
  return null
}

function* readEntry(entry: ZipEntry, known: ManifestPlan | undefined): Generator<BackupStep, BackupStep> {
  const { name } = entry
  if (entry.isLink) return leftOut(name, 'It is a link to another file.')
  if (!isMarkdown(name)) return leftOut(name, foreignReason(name))
  const inflated = yield* working(inflateEntry(entry))
  if (!inflated.ok) return leftOut(name, inflated.reason)
  const decoded = decodeFile(inflated.bytes)
  if (!decoded.ok) return leftOut(name, 'It is not UTF-8 text.')
  const { text, envelope } = decoded
  const dates = known && { dates: { createdAt: known.createdAt, changedAt: known.changedAt } }
  const settings = known?.settings === undefined ? {} : { settings: known.settings }
  return {
    kind: 'plan',
    plan: { text, envelope, fallbackName: known?.name ?? planNameOf(name), ...dates, ...settings },
  }
}

function* working<Result>(steps: Generator<void, Result>): Generator<BackupStep, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    yield { kind: 'working' }
  }
}

function leftOut(name: string, reason: string): BackupStep {
  const isLong = name.length > 80
  return { kind: 'left-out', name: isLong ? `${name.slice(0, 80)}...` : name, reason }
}
