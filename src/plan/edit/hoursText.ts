import type { Hours } from '#plan/plan.ts'

/** `4-8`, `6`, `1.5`: at most two decimals. `null` for figures that no estimate has. */
export function figuresOf({ min, max }: Hours): string | null {
  if (!(min >= 0 && max >= min && max < 100_000)) return null
  const first = rounded(min)
  const last = rounded(max)
  return first === last ? first : `${first}-${last}`
}

export function hoursText(hours: Hours): string | null {
  const figures = figuresOf(hours)
  return figures && `${figures} ${figures === '1' ? 'hour' : 'hours'}`
}

/** The hours as they read back from their figures. */
export function roundedHours({ min, max }: Hours): Hours {
  return { min: Number(rounded(min)), max: Number(rounded(max)) }
}

function rounded(hours: number): string {
  return String(Math.round(hours * 100) / 100)
}
