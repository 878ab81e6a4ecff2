import { dateOf, dayWords, monthNames, type WorkCalendar } from '#plan/settings/calendar.ts'

export interface Tick {
  /** Working hours from the start. */
  readonly at: number
  /** Of what begins here: a day, a week, some hours. */
  readonly label: string
  /** A new day among hours, a new week among days, a new year among months. */
  readonly isStrong: boolean
}

/** px that a label needs. */
const room = 80
/** Days between labels when days are only counted. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/** Where the axis has lines, from 0 to `end` hours: as fine as `hour` px leave room for words. */
export function axisTicks(end: number, hour: number, calendar: WorkCalendar): readonly Tick[] {
  const { hoursPerDay } = calendar
  const day = hour * hoursPerDay
  const days = Math.ceil(end / hoursPerDay) + 1
  if (!(day > 0) || days > 200_000) return []
  if (day >= 4 * room) return hourTicks(days, hour, calendar)
  if (calendar.startDate === null || day >= room) {
    const step = steps.find(step => step * day >= room) ?? 10_000
    return every(days, step).map(at => ({
      at: at * hoursPerDay,
      label: capital(dayWords(at, calendar)),
      isStrong: isNewWeek(at, calendar),
    }))
  }
  const weeks = Math.ceil(room / (day * calendar.workingDays.length))
  return weeks <= 4 ? weekTicks(days, weeks, calendar) : monthTicks(days, room / day, calendar)
}

function hourTicks(days: number, hour: number, calendar: WorkCalendar): readonly Tick[] {
  const step = [0.5, 1, 2, 3, 4, 6].find(step => step * hour >= room) ?? 6
  return every(days, 1).flatMap(at => {
    const within = every(Math.max(1, Math.floor(calendar.hoursPerDay / step + 1e-9)), 1).map(part => part * step)
    return within.map(offset => ({
      at: at * calendar.hoursPerDay + offset,
      label: offset === 0 ? capital(dayWords(at, calendar)) : `+${offset} h`,
      isStrong: offset === 0,
    }))
  })
}

function weekTicks(days: number, step: number, calendar: WorkCalendar): readonly Tick[] {
  const starts = every(days, 1).filter(at => at === 0 || isNewWeek(at, calendar))
  // The first week may be a short one: its label would stand in the next one's way.
  const [first, second] = starts
  const isShort = second !== undefined && second - (first ?? 0) < calendar.workingDays.length
  const all = isShort ? starts.slice(1) : starts
  return all
    .filter((_, index) => index % step === 0)
    .map(at => ({ at: at * calendar.hoursPerDay, label: dayWords(at, calendar), isStrong: false }))
}

function monthTicks(days: number, apart: number, calendar: WorkCalendar): readonly Tick[] {
  const ticks: Tick[] = []
  let last = -apart
  let known = ''
  for (let at = 0; at < days; at++) {
    const date = dateOf(at, calendar)
    const name = `${date?.year} ${date?.month}`
    if (!date || name === known) continue
    known = name
    if (at - last < apart) continue
    last = at
    const label = `${monthNames[date.month - 1]} ${date.year}`
    ticks.push({ at: at * calendar.hoursPerDay, label, isStrong: date.month === 1 })
  }
  return ticks
}

/** Whether days off lie before this working day, or its week is a new one. */
function isNewWeek(at: number, calendar: WorkCalendar): boolean {
  if (at === 0) return false
  const [day, before] = [dateOf(at, calendar), dateOf(at - 1, calendar)]
  return day !== null && before !== null && day.weekday <= before.weekday
}

function every(count: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
