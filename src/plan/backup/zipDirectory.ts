import type { Problem } from '#plan/plan.ts'
import { utf8 } from '#plan/share/utf8.ts'
import { limits } from './backupLimits.ts'
import { backupProblems } from './backupProblems.ts'

/** One file or folder of a zip, as its table of contents tells of it (APPNOTE 4.3.12); its bytes are not looked at yet. */
export interface ZipEntry {
  readonly name: string
  /** 0 is stored, 8 is deflate. */
  readonly method: number
  readonly isEncrypted: boolean
  /** It stands for a file elsewhere. */
  readonly isLink: boolean
  readonly crc: number
  /** Bytes it has when inflated, by its own account. */
  readonly size: number
  /** Its bytes in the zip. */
  readonly packed: Uint8Array
}

export type ZipDirectory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly problem: Problem }

const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 }
const sizes = { file: 30, entry: 46, end: 22, longestComment: 0xffff }
const saturated = { short: 0xffff, long: 0xffffffff }

interface Located extends Omit<ZipEntry, 'packed'> {
  readonly from: number
  readonly dataFrom: number
  readonly to: number
}

/**
 * The table of contents at the end of a zip. Refused as a whole is what two readers could read in two ways: parts that
 * overlap (Fifield 2019, "A better zip bomb"), names that differ between table and file, anything behind the end.
 */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return refused(backupProblems.notZip)
  const disks = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)]
  const counts = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)]
  const length = view.getUint32(end + 12, true)
  const from = view.getUint32(end + 16, true)
  const count = counts[1] ?? 0
  if (count === saturated.short || length === saturated.long || from === saturated.long) {
    return refused(backupProblems.zip64)
  }
  if (disks.some(disk => disk !== 0) || counts[0] !== count) return refused(backupProblems.split)
  if (count > limits.entries) return refused(backupProblems.tooMany)
  if (from + length > end) return refused(backupProblems.damaged)

  const located: Located[] = []
  let at = from
  for (let index = 0; index < count; index++) {
    if (at + sizes.entry > from + length || view.getUint32(at, true) !== signatures.entry) {
      return refused(backupProblems.damaged)
    }
    const next = at + sizes.entry + lengthsAt(view, at + 28, 3)
    if (next > from + length) return refused(backupProblems.damaged)
    if ([20, 24, 42].some(field => view.getUint32(at + field, true) === saturated.long)) {
      return refused(backupProblems.zip64)
    }
    if (view.getUint16(at + 34, true) !== 0) return refused(backupProblems.split)
    const entry = locate(bytes, view, at, from)
    if (!entry) return refused(backupProblems.damaged)
    located.push(entry)
    at = next
  }
  if (at !== from + length) return refused(backupProblems.damaged)
  if (overlaps(located)) return refused(backupProblems.overlapping)
  return {
    ok: true,
    entries: located.map(({ from: _, dataFrom, to, ...entry }) => ({ ...entry, packed: bytes.subarray(dataFrom, to) })),
  }
}

/** The end record stands before nothing but its own comment. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - sizes.end
  for (let at = last; at >= 0 && at >= last - sizes.longestComment; at--) {
    if (
      view.getUint32(at, true) === signatures.end &&
      at + sizes.end + view.getUint16(at + 20, true) === view.byteLength
    )
      return at
  }
  return null
}

/** The sum of so many 16-bit fields. */
function lengthsAt(view: DataView, at: number, fields: number): number {
  let sum = 0
  for (let field = 0; field < fields; field++) sum += view.getUint16(at + 2 * field, true)
  return sum
}

/** `null` when the file's own header is not there, has another name, or leads into the table of contents. */
function locate(bytes: Uint8Array, view: DataView, at: number, directoryFrom: number): Located | null {
  const nameBytes = bytes.subarray(at + sizes.entry, at + sizes.entry + view.getUint16(at + 28, true))
  const from = view.getUint32(at + 42, true)
  if (from + sizes.file > directoryFrom || view.getUint32(from, true) !== signatures.file) return null
  const nameFrom = from + sizes.file
  const nameTo = nameFrom + view.getUint16(from + 26, true)
  const dataFrom = nameFrom + lengthsAt(view, from + 26, 2)
  const to = dataFrom + view.getUint32(at + 20, true)
  if (to > directoryFrom || !isSame(bytes.subarray(nameFrom, nameTo), nameBytes)) return null
  const flags = view.getUint16(at + 8, true) | view.getUint16(from + 6, true)
  return {
    name: utf8.decode(nameBytes) ?? String.fromCharCode(...nameBytes.subarray(0, limits.name + 1)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 0x2041) !== 0,
    isLink: ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === 0o120000,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    from,
    dataFrom,
    to,
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

function overlaps(located: readonly Located[]): boolean {
  let end = 0
  for (const { from, to } of located.toSorted((one, other) => one.from - other.from)) {
    if (from < end) return true
    end = to
  }
  return false
}

function refused(problem: Problem): ZipDirectory {
  return { ok: false, problem }
}
