// Every JavaScript host has these two; only the ES2023 typings, with which this folder is checked, lack them.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

export const utf8 = {
  /** A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD, as it does in a saved file. */
  encode(text: string): Uint8Array {
    return new TextEncoder().encode(text)
  },
  /** A BOM is a character of the text. `null` for bytes that are not UTF-8. */
  decode(bytes: Uint8Array): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
}
