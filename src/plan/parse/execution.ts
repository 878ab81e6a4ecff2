import { BlockKind, type Blocks } from './blocks.ts'
import type { Section } from './sections.ts'

/** One command of an execution block, with the comment lines above it. */
export interface CommandSpans {
  /** Start of its first comment line or of the command. */
  readonly start: number
  /** After the last character of the command. */
  readonly end: number
  readonly comment: string | null
  readonly prompts: readonly string[]
  readonly parallel: boolean
}

/** Reads the shell lines of the code blocks in a section: a command is a line with all its `\` continuations. */
export function readCommands(text: string, blocks: Blocks, section: Section): readonly CommandSpans[] {
  const commands: CommandSpans[] = []
  for (let at = section.firstBlock; at < section.endBlock; at++) {
    if (blocks.kind[at] === BlockKind.fence && blocks.parent[at] === -1) {
      readFence(text, blocks.content[at] ?? 0, blocks.contentTo[at] ?? 0, commands)
    }
  }
  return commands
}

function readFence(text: string, from: number, to: number, commands: CommandSpans[]): void {
  let comment: string | null = null
  let start = -1
  let at = from
  while (at < to) {
    const end = lineEnd(text, at, to)
    const line = text.slice(at, end).trim()
    if (line === '') {
      comment = null
      start = -1
    } else if (line.startsWith('#')) {
      if (start < 0) start = at
      const words = line.replace(/^#+/, '').trim()
      comment = comment === null ? words : `${comment} ${words}`
    } else {
      if (start < 0) start = at
      let last = end
      while (text.slice(at, last).trimEnd().endsWith('\\') && last < to) last = lineEnd(text, last + 1, to)
      const source = text.slice(at, last)
      commands.push({
        start,
        end: at + source.trimEnd().length,
        comment,
        prompts: readPrompts(source),
        parallel: /(?:^|\s)--parallel(?=\s|$)/.test(source.split('"')[0] ?? ''),
      })
      comment = null
      start = -1
      at = last + 1
      continue
    }
    at = end + 1
  }
}

/** The double-quoted words of a command; `\"` stands for a quote inside them. */
function readPrompts(source: string): readonly string[] {
  const prompts: string[] = []
  let at = source.indexOf('"')
  while (at >= 0) {
    let end = at + 1
    let words = ''
    while (end < source.length && source[end] !== '"') {
      if (source[end] === '\\' && end + 1 < source.length) end++
      words += source[end]
      end++
    }
    prompts.push(words)
    at = source.indexOf('"', end + 1)
  }
  return prompts
}

function lineEnd(text: string, from: number, to: number): number {
  const newline = text.indexOf('\n', from)
  return newline < 0 || newline > to ? to : newline
}
