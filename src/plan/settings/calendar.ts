import type { ViewSettings } from './viewSettings.ts'

/** What turns hours of work into days. */
export type WorkCalendar = Pick<ViewSettings, 'hoursPerDay' | 'startDate' | 'workingDays'>

/** A day without a time or a zone: nothing to convert, nothing to get wrong. */
export interface CalendarDay {
  readonly year: number
  /** 1 is January. */
  readonly month: number
  readonly day: number
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
}

/** Hours are sums of fractions: what is this near to the end of a day is the end of it. */
const epsilon = 1e-6
const dayLength = 86_400_000

/** The working day, from 0, on which work begins that starts after `hours` of work: at a day's end that is the next one. */
export function dayOfStart(hours: number, hoursPerDay: number): number {
  return Math.max(0, Math.floor(hours / hoursPerDay + epsilon))
}

/** The working day, from 0, on which work is over that ends after `hours` of work: at a day's end that is the same one. */
export function dayOfEnd(hours: number, hoursPerDay: number): number {
  return Math.max(0, Math.ceil(hours / hoursPerDay - epsilon) - 1)
}

/** How many working days are begun until `hours` of work are done. */
export function daysFor(hours: number, hoursPerDay: number): number {
  return Math.max(0, Math.ceil(hours / hoursPerDay - epsilon))
}

/**
 * The date of a working day, counted from 0. The first is the start date, or the first working day after it. `null` without a
 * start date. Reckoned in UTC: a machine's time zone and its summer time change nothing.
 */
export function dateOf(workingDay: number, { startDate, workingDays }: WorkCalendar): CalendarDay | null {
  const start = startDate === null ? Number.NaN : Date.parse(`${startDate}T00:00:00Z`)
  if (Number.isNaN(start)) return null
  const first = Math.round(start / dayLength)
  const weekday = weekdayOf(first)
  // Days from the start date to each working day of the first seven.
  const steps = workingDays.map(day => (day - weekday + 7) % 7).sort((a, b) => a - b)
  const count = steps.length
  if (count === 0) return null
  const step = steps[workingDay % count] ?? 0
  return calendarDay(first + 7 * Math.floor(workingDay / count) + step)
}

/** 'Wed 2 Dec', with the year when it is not that of the start. */
export function dateWords({ year, month, day, weekday }: CalendarDay, { startDate }: WorkCalendar): string {
  const words = `${weekdayNames[weekday - 1]} ${day} ${monthNames[month - 1]}`
  return startDate?.startsWith(`${year}-`) ? words : `${words} ${year}`
}

/** 'Wed 2 Dec'; without a start date 'day 8'. */
export function dayWords(workingDay: number, calendar: WorkCalendar): string {
  const date = dateOf(workingDay, calendar)
  return date ? dateWords(date, calendar) : `day ${workingDay + 1}`
}

export const weekdayNames: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const monthNames: readonly string[] = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
]

/** The first of January 1970 was a Thursday. */
function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

function calendarDay(dayNumber: number): CalendarDay {
  const date = new Date(dayNumber * dayLength)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: weekdayOf(dayNumber),
  }
}
