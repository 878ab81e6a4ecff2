/** One line without control characters: what a terminal or a shell could take for more than words is a space. */
export function plainLine(words: string): string {
  // C0 and C1 controls, line and paragraph separators, and the marks that turn the direction of text round.
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/** A word that every POSIX shell reads back as it is: nothing has a meaning inside single quotes but their end. */
export function singleQuoted(words: string): string {
  return `'${plainLine(words).replaceAll("'", String.raw`'\''`)}'`
}

/** As the templates write prompts. Inside double quotes a shell gives a meaning to four characters. */
export function doubleQuoted(words: string): string {
  return `"${plainLine(words).replace(/["\\$`]/g, String.raw`\$&`)}"`
}

/** For a branch or a folder: letters, digits and dashes, never empty, never a dash first. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'stream' : slug
}
