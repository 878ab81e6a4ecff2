/**
 * A number as people type it: decimal point or comma, blanks around it. `undefined` when empty, `null` when it is
 * no number. No thousands separators: "1,000" would be one or a thousand, and we do not guess.
 */
export function readNumber(text: string): number | undefined | null {
  const typed = text.trim()
  if (typed === '') return undefined
  if (!/^[-\u2212]?(\d+([.,]\d*)?|[.,]\d+)$/.test(typed)) return null
  return Number(typed.replace(',', '.').replace('\u2212', '-'))
}

/** The nearest number between `min` and `max`. */
export function within(number: number, min = -Infinity, max = Infinity): number {
  return Math.min(max, Math.max(min, number))
}

/** `number` moved by `step`, without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function stepped(number: number, step: number): number {
  return Number((number + step).toPrecision(12))
}
