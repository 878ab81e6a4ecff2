import type { Days, Hours, Mode } from '#plan/plan.ts'

/** '4-8 h'; nothing known is 'unknown', never 0. */
export function formatHours(hours: Hours | null): string {
  if (!hours) return 'unknown'
  return hours.min === hours.max ? `${hours.min} h` : `${hours.min}-${hours.max} h`
}

/** 'Parallel, day 1-2'; `null` when the file says neither. */
export function formatTiming(mode: Mode | null, days: Days | null): string | null {
  const day = days && (days.from === days.to ? `day ${days.from}` : `day ${days.from}-${days.to}`)
  const words = [mode, day].filter(word => word !== null).join(', ')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}
