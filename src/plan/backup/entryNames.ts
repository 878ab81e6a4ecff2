import { limits } from './backupLimits.ts'

const markdown = /\.(md|markdown|mdown|mkd|txt)$/i
const zip = /\.(zip|zipx|jar|7z|rar|tar|gz|tgz|bz2|xz)$/i
/** What systems add to zip files by themselves. */
const byproduct = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|\/$/

export function isMarkdown(name: string): boolean {
  return markdown.test(name)
}

/** Folders, and what no person put there. */
export function isByproduct(name: string): boolean {
  return byproduct.test(name)
}

/** Why nothing is read under this name, for a person; `null` when it may be. Nobody makes such names by accident. */
export function nameProblem(name: string): string | null {
  if (name.length > limits.name) return 'Its name is longer than 1,024 characters.'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'Its name has control characters.'
  if (name.includes('\\')) return 'Its name has a backslash, which leads elsewhere on some systems.'
  if (/^(\/|[a-z]:)/i.test(name)) return 'Its name leads out of the backup.'
  if (name.split('/').includes('..')) return 'Its name leads out of the backup.'
  return null
}

/** Why a file that is no plan is left out. */
export function foreignReason(name: string): string {
  return zip.test(name) ? 'It is an archive itself: unpack it first.' : 'It is no Markdown file.'
}

/** 'plans/Harbour Lights.md' is called 'Harbour Lights'. */
export function planNameOf(name: string): string {
  const [file = ''] = name.split('/').slice(-1)
  return file.replace(markdown, '').trim() || 'Plan'
}
