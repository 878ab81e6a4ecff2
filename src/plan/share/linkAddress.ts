import { settingsToWord, type ViewSettings } from '#plan/settings/viewSettings.ts'

/** What stands before the payload in the fragment of an address: `https://host/folder/#/l/1p...`. */
const route = '#/l/'

/** The address of a link on the site that `page`, its present address, belongs to. */
export function linkAddress(page: string, payload: string): string {
  const [site = ''] = page.split(/[?#]/, 1)
  return `${site}${route}${payload}`
}

/** The same link, to be looked at in the same way. Stands behind the payload, which cuts it off again. */
export function withSettings(address: string, settings: ViewSettings): string {
  const word = settingsToWord(settings)
  return word === '' ? address : `${address}?with=${word}`
}

/**
 * The payload as it was before it went through chats and mails: without escapes (`%2D`), line breaks and the `>` of a
 * quoted mail, what cannot be seen, brackets and punctuation around it, and what trackers append behind `?` or `&`.
 * Characters of a payload are never changed, so what was cut or changed otherwise is still found out.
 */
export function cleanPayload(raw: string): string {
  const [payload = ''] = unescaped(raw).split(/[?&#]/, 1)
  return payload
    .replace(/[\r\n][\s>]*/g, '')
    .replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/^[<("'[]/, '')
    .replace(/[^A-Za-z0-9_-]{1,8}$/, '')
}

/** The payload where the text is the address of one link and nothing else, from whatever host; else `null`. */
export function payloadInText(text: string): string | null {
  const address = text.trim()
  const at = address.indexOf(route)
  if (at === -1) return null
  const rest = address.slice(at + route.length)
  if (!/^[<("'[]?https?:\/\/[^\s#]*$/i.test(address.slice(0, at)) || /[^\s>][^\S\r\n]+\S/.test(rest)) return null
  const payload = cleanPayload(rest)
  return /^[A-Za-z0-9_-]{2,}$/.test(payload) ? payload : null
}

/** Escapes of single characters only: what is no escape stays, and nothing throws. */
function unescaped(raw: string): string {
  return raw.replace(/%([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
