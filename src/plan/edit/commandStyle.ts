import type { Command } from '#plan/execution/readCommands.ts'

/** How an author writes a command that hands out prompts. */
export interface CommandStyle {
  /** Blanks before the command. */
  readonly indent: string
  /** 'claude --parallel' */
  readonly several: string
  /** 'claude' */
  readonly one: string
  /** Blanks before a prompt on a line of its own; `null` writes all of them on one line. */
  readonly promptIndent: string | null
}

const usual: CommandStyle = { indent: '', several: 'claude --parallel', one: 'claude', promptIndent: '  ' }

/** The style of these commands; of the others where these do not show it; else that of the templates. */
export function readCommandStyle(own: readonly Command[], others: readonly Command[]): CommandStyle {
  const all = [...own, ...others]
  const first = all[0]
  if (!first) return usual
  const parallel = all.find(command => command.parallel)
  const single = all.find(command => !command.parallel)
  const head = words(parallel ?? first)
  const broken = all.find(command => command.prompts.length > 1)
  const indent = /^[ \t]*/.exec(first.head)?.[0] ?? ''
  return {
    indent,
    several: parallel ? head : `${head} --parallel`,
    one: single ? words(single) : head.replace(/[ \t]+--parallel(?=\s|$)/, ''),
    promptIndent:
      broken === undefined
        ? `${indent}  `
        : broken.head.includes('\n')
          ? (/[ \t]*$/.exec(broken.head)?.[0] ?? '')
          : null,
  }
}

/** The lines of a command with these prompts, written as they are. `tail` goes after the last. */
export function commandLines(style: CommandStyle, prompts: readonly string[], tail: string): readonly string[] {
  if (prompts.length === 1) return [`${style.indent}${style.one} ${prompts[0]}${tail}`]
  if (style.promptIndent === null) return [`${style.indent}${style.several} ${prompts.join(' ')}${tail}`]
  const last = prompts.length - 1
  return [
    `${style.indent}${style.several} \\`,
    ...prompts.map((prompt, at) => `${style.promptIndent}${prompt}${at < last ? ' \\' : tail}`),
  ]
}

/** The words before the first prompt, on one line. */
function words({ head }: Command): string {
  return head
    .replace(/\\[ \t]*\r?\n/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}
