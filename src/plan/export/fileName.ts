/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** Control characters, and the marks that turn the direction of writing around and so can disguise a file's ending. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu
/** Characters. File systems take 255 bytes, and a character can have four. */
const longest = 60

/** A plan's title as a file name that every system takes: 'Search: fast & fuzzy' is 'Search - fast & fuzzy.md'. */
export function fileName(title: string, extension: string): string {
  const words = title
    .replace(unseen, ' ')
    .replace(/\s*[/\\:*?"<>|]+\s*/g, ' - ')
    .replace(/\s+/g, ' ')
  const short = Array.from(words).slice(0, longest).join('')
  const name = short.replace(/^[\s.-]+|[\s.-]+$/g, '').replace(devices, '_$1')
  return `${name || 'Plan'}.${extension}`
}
