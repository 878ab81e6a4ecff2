const buffers: Int32Array[] = []

/**
 * A buffer of at least `length` numbers, all -1, for work that ends before anybody else can ask: it is handed out again
 * and again, because fresh memory costs a page fault for every thousand numbers, on every keystroke.
 */
export function scratchRows(slot: 0 | 1 | 2, length: number): Int32Array {
  let buffer = buffers[slot]
  if (!buffer || buffer.length < length) {
    buffer = new Int32Array(length + (length >> 2))
    buffers[slot] = buffer
  }
  return buffer.fill(-1, 0, length)
}
