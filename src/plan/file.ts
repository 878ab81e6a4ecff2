import type { Problem } from './plan.ts'

/** What a file's bytes hold besides its text. */
export interface Envelope {
  readonly bom: boolean
  /** Every line end is CRLF; the text then holds LF. Mixed line ends stay in the text as they are. */
  readonly crlf: boolean
}

// Every JavaScript host has these two; only the ES2023 typings, with which this folder is checked, lack them.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

export type DecodedFile =
  | { readonly ok: true; readonly text: string; readonly envelope: Envelope }
  | { readonly ok: false; readonly problem: Problem }

export const plainEnvelope: Envelope = { bom: false, crlf: false }

/** Refuses bytes that are not UTF-8 (`not-utf8`): a half-read file would lose bytes on saving. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return {
      ok: false,
      problem: {
        code: 'not-utf8',
        message:
          'This file is not UTF-8 text, so Braid did not open it. The file is unchanged. Save it as UTF-8 and open it again.',
        span: null,
      },
    }
  }
  const bom = text.startsWith('\uFEFF')
  if (bom) text = text.slice(1)
  const crlf = isAllCrlf(text)
  if (crlf) text = text.replaceAll('\r\n', '\n')
  return { ok: true, text, envelope: { bom, crlf } }
}

/** The inverse of `decodeFile`: the same bytes when the text was not edited. */
export function encodeFile(text: string, envelope: Envelope): Uint8Array {
  const lines = envelope.crlf ? text.replaceAll('\n', '\r\n') : text
  return new TextEncoder().encode(envelope.bom ? `\uFEFF${lines}` : lines)
}

function isAllCrlf(text: string): boolean {
  let at = text.indexOf('\n')
  if (at < 0) return false
  for (; at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== 13) return false
  }
  return true
}
