import type { Gating } from '#plan/schedule/planJobs.ts'
import type { ScheduleOptions } from '#plan/schedule/schedulePlan.ts'

/** How a plan is looked at: with whom, from when, and what is taken for granted. Never part of the plan's text by itself. */
export interface ViewSettings {
  /** People or agents, each on one stream at a time: 1 to 99. */
  readonly workers: number
  /** Working hours of a worker in one day: 1 to 24. */
  readonly hoursPerDay: number
  readonly gating: Gating
  /** What must be there of a stream of which a part is enough: 0 to 1. */
  readonly partialShare: number
  /** Hours of a task that nobody estimated; `null`: the plan's own median. */
  readonly hoursPerTask: number | null
  /** The day the work starts, '2026-11-23'; `null`: time is counted in days from the start. */
  readonly startDate: string | null
  /** 1 is Monday, 7 Sunday; ascending, at least one. */
  readonly workingDays: readonly number[]
}

export const usualSettings: ViewSettings = {
  workers: 4,
  hoursPerDay: 6,
  gating: 'phases',
  partialShare: 0.5,
  hoursPerTask: null,
  startDate: null,
  workingDays: [1, 2, 3, 4, 5],
}

export function scheduleOptionsOf({ workers, gating, partialShare, hoursPerTask }: ViewSettings): ScheduleOptions {
  return { workers, gating, partialShare, hoursPerTask }
}

interface Field {
  /** In links. */
  readonly letter: string
  /** In front matter, after `braid-`. */
  readonly name: string
  readonly write: (settings: ViewSettings) => string
  /** `null` for what it cannot be. */
  readonly read: (words: string) => Partial<ViewSettings> | null
}

const fields: readonly Field[] = [
  {
    letter: 'w',
    name: 'workers',
    write: ({ workers }) => String(workers),
    read: words => given('workers', whole(words, 1, 99)),
  },
  {
    letter: 'h',
    name: 'hours-per-day',
    write: ({ hoursPerDay }) => String(hoursPerDay),
    read: words => given('hoursPerDay', decimal(words, 1, 24)),
  },
  {
    letter: 'g',
    name: 'start-streams',
    write: ({ gating }) => (gating === 'phases' ? 'after-gates' : 'when-ready'),
    read: words =>
      words === 'after-gates' ? { gating: 'phases' } : words === 'when-ready' ? { gating: 'streams' } : null,
  },
  {
    letter: 'p',
    name: 'partial-percent',
    write: ({ partialShare }) => String(Math.round(partialShare * 100)),
    read: words => {
      const percent = whole(words, 0, 100)
      return percent === null ? null : { partialShare: percent / 100 }
    },
  },
  {
    letter: 't',
    name: 'hours-per-task',
    write: ({ hoursPerTask }) => (hoursPerTask === null ? 'median' : String(hoursPerTask)),
    read: words => (words === 'median' ? { hoursPerTask: null } : given('hoursPerTask', decimal(words, 0.1, 999))),
  },
  {
    letter: 's',
    name: 'start',
    write: ({ startDate }) => startDate ?? 'none',
    read: words => (words === 'none' ? { startDate: null } : given('startDate', day(words))),
  },
  {
    letter: 'd',
    name: 'working-days',
    write: ({ workingDays }) => workingDays.join(''),
    read: words => (/^(?=.)1?2?3?4?5?6?7?$/.test(words) ? { workingDays: [...words].map(Number) } : null),
  },
]

/** What differs from the usual, in characters that an address carries unchanged: 'w6_s2026-11-23'; '' for nothing. */
export function settingsToWord(settings: ViewSettings): string {
  return unusual(settings)
    .map(({ letter, write }) => letter + write(settings))
    .join('_')
}

/** Of anything, from anywhere: what cannot be read is as usual. */
export function settingsFromWord(word: unknown): ViewSettings {
  if (typeof word !== 'string' || word.length > longestWord) return usualSettings
  return readAll(
    word.split('_').flatMap(part => {
      const field = fields.find(({ letter }) => letter === part[0])
      return field ? [field.read(part.slice(1))] : []
    }),
  )
}

/** More than all fields together need. */
const longestWord = 120

export const settingPrefix = 'braid-'

/** Lines for front matter, `braid-workers: 6`, of what differs from the usual. */
export function settingsToLines(settings: ViewSettings): readonly string[] {
  return unusual(settings).map(({ name, write }) => `${settingPrefix}${name}: ${write(settings)}`)
}

/** `null` when no line is one of ours. */
export function settingsFromLines(lines: readonly string[]): ViewSettings | null {
  const read = lines.flatMap(line => {
    const [, name, words] = /^braid-([a-z-]{1,40}):[ \t]*(\S{1,40})[ \t]*$/.exec(line) ?? []
    const field = fields.find(other => other.name === name)
    const value = field && words !== undefined ? field.read(words.replace(/^(["'])(.*)\1$/, '$2')) : null
    return value ? [value] : []
  })
  return read.length > 0 ? readAll(read) : null
}

function readAll(parts: readonly (Partial<ViewSettings> | null)[]): ViewSettings {
  return Object.assign({}, usualSettings, ...parts)
}

function unusual(settings: ViewSettings): readonly Field[] {
  return fields.filter(({ write }) => write(settings) !== write(usualSettings))
}

function given<Key extends keyof ViewSettings>(
  key: Key,
  value: ViewSettings[Key] | null,
): Partial<ViewSettings> | null {
  return value === null ? null : { [key]: value }
}

function whole(words: string, from: number, to: number): number | null {
  const number = decimal(words, from, to)
  return number !== null && Number.isInteger(number) ? number : null
}

function decimal(words: string, from: number, to: number): number | null {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(words)) return null
  const number = Number(words)
  return number >= from && number <= to ? number : null
}

/** A day that is in the calendar. */
function day(words: string): string | null {
  if (!/^2\d{3}-\d\d-\d\d$/.test(words)) return null
  const date = new Date(`${words}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(words) ? words : null
}
