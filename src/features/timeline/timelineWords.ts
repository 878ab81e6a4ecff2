import type { Samples } from '#plan/schedule/sampleSchedule.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import type { WorkerCurve } from '#plan/schedule/workerCurve.ts'
import { dayOfEnd, dayOfStart, daysFor, dayWords, type WorkCalendar } from '#plan/settings/calendar.ts'

/** '29.8 h'. From a hundred on nobody counts minutes; what is there is never 0. */
export function hoursWords(hours: number): string {
  const rounded = hours >= 99.95 ? Math.round(hours) : Math.round(hours * 10) / 10
  return rounded === 0 && hours > 1e-6 ? 'under 0.1 h' : `${rounded} h`
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** 'A', 'A and B', 'A, B and C'; of many the first and how many more. */
export function listed(words: readonly string[], most = 8): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** 'Finish in 38 h of work: 7 working days, Wed 2 Dec' */
export function finishWords(makespan: number, calendar: WorkCalendar): string {
  const days = daysFor(makespan, calendar.hoursPerDay)
  const end = endWords(makespan, calendar)
  const when = calendar.startDate === null ? end : `${count(days, 'working day')}, ${end}`
  return `Finish in ${hoursWords(makespan)} of work: ${when}`
}

/** When something is over that takes until `hours`: 'Wed 2 Dec' or 'day 7'. */
export function endWords(hours: number, calendar: WorkCalendar): string {
  return dayWords(dayOfEnd(hours, calendar.hoursPerDay), calendar)
}

/** 'Mon 23 Nov to Wed 25 Nov', 'day 2', 'day 2 to 4' */
export function spanWords(start: number, finish: number, calendar: WorkCalendar): string {
  const first = dayOfStart(start, calendar.hoursPerDay)
  const last = Math.max(first, dayOfEnd(finish, calendar.hoursPerDay))
  if (first === last) return dayWords(first, calendar)
  const end = dayWords(last, calendar)
  return `${dayWords(first, calendar)} to ${calendar.startDate === null ? last + 1 : end}`
}

/** What was proven of the schedule: no other one is shorter, or none by more than a share. */
export function proofWords({ makespan, lowerBound }: Schedule): string {
  const above = lowerBound > 0 ? makespan / lowerBound - 1 : 0
  if (above <= 1e-9) return 'Proven shortest with these workers'
  // Rounded up: it is an upper limit.
  return `At most ${Math.ceil(above * 1000 - 1e-6) / 10} % above the best possible with these workers`
}

export interface RangePart {
  readonly percent: number
  readonly by: string
  readonly hours: string
}

/** '50 % by Wed 2 Dec', '80 % by ...', '90 % by ...' */
export function rangeParts({ finish }: Samples, calendar: WorkCalendar): readonly RangePart[] {
  return [
    { percent: 50, hours: finish.p50 },
    { percent: 80, hours: finish.p80 },
    { percent: 90, hours: finish.p90 },
  ].map(({ percent, hours }) => ({ percent, by: endWords(hours, calendar), hours: hoursWords(hours) }))
}

/** What starting streams when they can saves against waiting for gates: '8 h sooner'. */
export function savedWords(phases: number, streams: number): string {
  const saved = phases - streams
  if (Math.abs(saved) < 0.05) return 'no sooner'
  return saved > 0 ? `${hoursWords(saved)} sooner` : `${hoursWords(-saved)} later`
}

/** The curve is worked out up to this many workers. */
const most = 24

export function enoughWords({ points, enough }: WorkerCurve): string {
  if (enough >= most && points.length >= most) return `Each worker up to ${most} helps`
  if (enough === 1) return 'More than 1 worker does not finish sooner'
  return `More than ${enough} workers do not finish sooner`
}

/** '83 %'; only never is 0 and only always is 100. */
export function shareWords(share: number): string {
  if (share <= 0 || share >= 1) return `${share * 100} %`
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`
}
