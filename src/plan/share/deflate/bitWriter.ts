/** Bits into bytes, the lowest bit of a byte first. */
export interface BitWriter {
  write(value: number, bits: number): void
  /** The bytes so far; the last is filled with zeros. */
  bytes(): Uint8Array
}

export function bitWriter(): BitWriter {
  let bytes = new Uint8Array(1024)
  let size = 0
  let waiting = 0
  let waitingBits = 0
  return {
    write(value, bits) {
      waiting |= value << waitingBits
      waitingBits += bits
      for (; waitingBits >= 8; waitingBits -= 8) {
        if (size + 1 >= bytes.length) {
          const larger = new Uint8Array(bytes.length * 2)
          larger.set(bytes)
          bytes = larger
        }
        bytes[size++] = waiting
        waiting >>>= 8
      }
    },
    bytes() {
      const result = bytes.slice(0, size + (waitingBits > 0 ? 1 : 0))
      if (waitingBits > 0) result[size] = waiting
      return result
    },
  }
}
