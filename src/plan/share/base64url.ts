const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const values = new Int8Array(128).fill(-1)
for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value

export function isBase64Url(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if ((values[text.charCodeAt(at)] ?? -1) < 0) return false
  }
  return true
}

/** RFC 4648, section 5, without padding: only characters that a URL carries as they are. */
export function toBase64Url(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const count = Math.min(bytes.length - at, 3) + 1
    for (let letter = 0; letter < count; letter++) parts.push(letters.charAt((three >> (18 - 6 * letter)) & 63))
  }
  return parts.join('')
}

/** Of text for which `isBase64Url` holds. Bits at the end that fill no byte are dropped. */
export function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let waiting = 0
  let waitingBits = 0
  let size = 0
  for (let at = 0; at < text.length; at++) {
    waiting = (waiting << 6) | (values[text.charCodeAt(at)] ?? 0)
    waitingBits += 6
    if (waitingBits < 8) continue
    waitingBits -= 8
    bytes[size++] = waiting >> waitingBits
  }
  return bytes
}
