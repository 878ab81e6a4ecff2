import { deflateSync } from 'fflate'
import { utf8 } from '#plan/share/utf8.ts'
import { crc32After } from './crc32.ts'

/** One file of a zip made by hand; every field can tell a lie. */
export interface HandmadeFile {
  readonly name: string
  readonly data?: string | Uint8Array
  /** Instead of what deflate makes of `data`. */
  readonly packed?: Uint8Array
  readonly localName?: string
  readonly method?: number
  readonly flags?: number
  readonly attributes?: number
  readonly crc?: number
  readonly size?: number
  readonly packedSize?: number
  /** Where the table says that the file begins. */
  readonly from?: number
  readonly disk?: number
}

export interface HandmadeEnd {
  readonly count?: number
  readonly disk?: number
  readonly directoryFrom?: number
  readonly after?: string
}

const record = (size: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size)
  write(new DataView(bytes.buffer))
  return bytes
}

export function makeZip(files: readonly HandmadeFile[], end: HandmadeEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = []
  const table: Uint8Array[] = []
  let at = 0
  for (const file of files) {
    const data = typeof file.data === 'string' ? utf8.encode(file.data) : (file.data ?? new Uint8Array(0))
    const method = file.method ?? 8
    const packed = file.packed ?? (method === 8 ? deflateSync(data) : data)
    const name = utf8.encode(file.name)
    const localName = utf8.encode(file.localName ?? file.name)
    const common = (view: DataView, from: number) => {
      view.setUint16(from, 20, true)
      view.setUint16(from + 2, (file.flags ?? 0) | 0x800, true)
      view.setUint16(from + 4, method, true)
      view.setUint32(from + 10, file.crc ?? crc32After(0, data), true)
      view.setUint32(from + 14, file.packedSize ?? packed.length, true)
      view.setUint32(from + 18, file.size ?? data.length, true)
    }
    const local = record(30, view => {
      view.setUint32(0, 0x04034b50, true)
      common(view, 4)
      view.setUint16(26, localName.length, true)
    })
    const entry = record(46, view => {
      view.setUint32(0, 0x02014b50, true)
      view.setUint16(4, 0x0314, true)
      common(view, 6)
      view.setUint16(28, name.length, true)
      view.setUint16(34, file.disk ?? 0, true)
      view.setUint32(38, file.attributes ?? 0, true)
      view.setUint32(42, file.from ?? at, true)
    })
    pieces.push(local, localName, packed)
    table.push(entry, name)
    at += local.length + localName.length + packed.length
  }
  const length = table.reduce((sum, piece) => sum + piece.length, 0)
  const last = record(22, view => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(4, end.disk ?? 0, true)
    view.setUint16(8, end.count ?? files.length, true)
    view.setUint16(10, end.count ?? files.length, true)
    view.setUint32(12, length, true)
    view.setUint32(16, end.directoryFrom ?? at, true)
  })
  const all = [...pieces, ...table, last, utf8.encode(end.after ?? '')]
  return new Uint8Array(all.flatMap(piece => [...piece]))
}
