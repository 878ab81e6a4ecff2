import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { fileName } from '#plan/export/fileName.ts'
import { type Envelope, encodeFile } from '#plan/file.ts'
import { utf8 } from '#plan/share/utf8.ts'
import { limits } from './backupLimits.ts'
import { type ManifestPlan, manifestName, writeManifest } from './manifest.ts'

export interface PlanToBackUp {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly envelope: Envelope
  /** Ms since 1970. */
  readonly createdAt: number
  readonly changedAt: number
  /** How it is looked at, as `settingsToWord` writes it. */
  readonly settings?: string
}

export interface WrittenBackup {
  readonly bytes: Uint8Array
  /** Names of plans that a backup would not be read with: larger than 64 MB, or beyond 5,000 plans or 256 MB. */
  readonly leftOut: readonly string[]
}

/** Bytes deflated before the caller may look after the screen. */
const sliceSize = 64 * 1024

/**
 * A zip with each plan as the exact bytes of its file, and a list of what files do not say. Takes the plans one by one,
 * so that the caller can fetch them; yields between pieces of work.
 */
export async function* writeBackup(
  plans: AsyncIterable<PlanToBackUp>,
  at: number,
): AsyncGenerator<void, WrittenBackup> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const names = new Map<string, number>()
  const listed: ManifestPlan[] = []
  const leftOut: string[] = []
  let total = limits.manifest

  for await (const plan of plans) {
    const bytes = encodeFile(plan.text, plan.envelope)
    const isTooMuch = total + bytes.length > limits.total || listed.length + 2 > limits.entries
    if (bytes.length > limits.entry || isTooMuch) {
      leftOut.push(plan.name)
      continue
    }
    total += bytes.length
    const { id, name, createdAt, changedAt } = plan
    const file = uniqueName(name, names)
    listed.push({ file, id, name, createdAt, changedAt, ...(plan.settings ? { settings: plan.settings } : {}) })
    yield* add(zip, file, bytes, changedAt)
  }
  yield* add(zip, manifestName, utf8.encode(writeManifest(listed)), at)
  zip.end()
  return { bytes: joined(pieces), leftOut }
}

function* add(zip: Zip, name: string, bytes: Uint8Array, at: number): Generator<void> {
  // What deflate would make suspiciously small is stored as it is: a reader refuses it for a bomb.
  const isPlain = bytes.length > limits.ratio.free
  const file = isPlain ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
  file.mtime = Math.min(Math.max(at, earliest), latest)
  zip.add(file)
  for (let from = 0; from < bytes.length; from += sliceSize) {
    file.push(bytes.subarray(from, from + sliceSize))
    yield
  }
  file.push(new Uint8Array(0), true)
}

/** The days a zip can name, one off either end for the time zones. */
const earliest = Date.UTC(1980, 0, 2)
const latest = Date.UTC(2099, 11, 30)

/** Differs from the others also where capitals are the same to the file system. */
function uniqueName(name: string, copies: Map<string, number>): string {
  const base = fileName(name, '').slice(0, -1)
  for (;;) {
    const copy = (copies.get(base.toLowerCase()) ?? 0) + 1
    copies.set(base.toLowerCase(), copy)
    const file = copy === 1 ? base : `${base} (${copy})`
    if (copy === 1) return `${file}.md`
    if (copies.has(file.toLowerCase())) continue
    copies.set(file.toLowerCase(), 1)
    return `${file}.md`
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
