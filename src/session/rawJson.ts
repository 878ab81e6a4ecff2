/** Whatever lies in the store as JSON to read and to search: nothing in it is trusted to be of a kind JSON knows. */
export function rawJson(records: readonly unknown[]): string {
  return `[\n${records.map(recordJson).join(',\n')}\n]\n`
}

function recordJson(record: unknown): string {
  try {
    return JSON.stringify(record, replaceUnknown, 2) ?? 'null'
  } catch {
    // A circle.
    return JSON.stringify(String(record))
  }
}

function replaceUnknown(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Map || value instanceof Set) return [...value]
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)]
  return value
}
