import type { TaskState } from '#plan/plan.ts'

/** A box is `[`, at most one character, `]`, and for an optional task `*`; `at` is the offset of its `[`. */
export function boxState(text: string, at: number): TaskState {
  switch (text.charCodeAt(at + 1)) {
    case 0x78: // x
    case 0x58: // X
    case 0x221a: // √
      return 'done'
    case 0x7e: // ~
    case 0x2f: // /
      return 'active'
    case 0x2d: // -
      return 'cancelled'
    default:
      return 'open'
  }
}

export function isOptionalBox(text: string, at: number): boolean {
  return text.charCodeAt(closingBracket(text, at) + 1) === 42
}

/** After the `]` or the `*`. */
export function boxEnd(text: string, at: number): number {
  const close = closingBracket(text, at)
  return text.charCodeAt(close + 1) === 42 ? close + 2 : close + 1
}

export function closingBracket(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 93 ? at + 1 : at + 2
}
