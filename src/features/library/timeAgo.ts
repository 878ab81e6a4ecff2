const minute = 60_000
const units = [
  { unit: 'minute', ms: minute, until: 60 },
  { unit: 'hour', ms: 60 * minute, until: 24 },
  { unit: 'day', ms: 24 * 60 * minute, until: 7 },
  { unit: 'week', ms: 7 * 24 * 60 * minute, until: 5 },
  { unit: 'month', ms: 30.44 * 24 * 60 * minute, until: 12 },
  { unit: 'year', ms: 365.25 * 24 * 60 * minute, until: Number.POSITIVE_INFINITY },
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' })

/** '2 hours ago'. Both in ms since 1970; a time to come, by a clock that was set back, is 'just now'. */
export function timeAgo(then: number, now: number): string {
  const passed = now - then
  if (passed < minute) return 'just now'
  const { unit, ms } = units.find(each => passed / each.ms < each.until) ?? units[5]
  return words.format(-Math.floor(passed / ms), unit)
}

/** 'November 22, 2025 at 9:41 PM', in the person's own time zone. */
export function exactTime(then: number): string {
  return exact.format(then)
}
