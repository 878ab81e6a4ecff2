import type { PastBackup } from '#session/planPast.ts'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short' })
const number = new Intl.NumberFormat('en')

/** 'Today, 10:04 AM'. Both in ms since 1970. */
export function whenWords(at: number, now: number): string {
  const date = day.format(at)
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  const name = date === day.format(now) ? 'Today' : date === day.format(yesterday) ? 'Yesterday' : date
  return `${name}, ${clock.format(at)}`
}

export function reasonWords(reason: PastBackup['reason']): string {
  return reasons[reason]
}

const reasons: Record<PastBackup['reason'], string> = {
  edits: 'Before edits',
  import: 'Before an import',
  restore: 'Before a restore',
  delete: 'Before it was deleted',
  migration: 'Before an update of Braid',
}

export function progressWords({ done, total }: Pick<PastBackup, 'done' | 'total'>): string {
  return total === 0 ? 'No tasks' : `${number.format(done)} of ${number.format(total)} done`
}

/** How a backup's length differs from the plan's now; short, for it stands in a column. */
export function sizeWords(size: number, sizeNow: number): string {
  if (size === sizeNow) return 'As long as now'
  return `${countWords(Math.abs(size - sizeNow), 'character')} ${size < sizeNow ? 'shorter' : 'longer'}`
}

export function countWords(count: number, noun: string): string {
  return `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`
}
