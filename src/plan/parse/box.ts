import type { TaskState } from '#plan/plan.ts'

/** A box is `[`, at most one character, `]`, and for an optional task `*`; `at` is the offset of its `[`. */
export function boxState(text: string, at: number): TaskState {
  switch (text.charAt(at + 1)) {
    case 'x':
    case 'X':
    case '√':
      return 'done'
    case '~':
    case '/':
      return 'active'
    case '-':
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
