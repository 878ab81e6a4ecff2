import { readingOf } from '#plan/parse/parsePlan.ts'
import type { Phase, Plan, Stream } from '#plan/plan.ts'
import { headingOf } from './heading.ts'

/** Level and lines of a new stream's heading and fields, as the other streams are written. */
export function newStreamLines(
  plan: Plan,
  phase: Phase,
  name: string,
): { key: string | null; lines: readonly string[] } {
  const marks = '#'.repeat(levelIn(plan, phase))
  const isKeyed = plan.dialect === 'native'
  if (!isKeyed) return { key: null, lines: [`${marks} ${name}`] }
  const key = nextKey(plan, phase)
  return { key, lines: [`${marks} Stream ${key}: ${name}`, '**Dependencies:** None', '**Tasks:**'] }
}

function levelIn(plan: Plan, phase: Phase): number {
  const beside = [...phase.streams.toReversed(), ...plan.phases.flatMap(({ streams }) => streams)]
  for (const { id } of beside) {
    const heading = headingOf(plan, id)
    if (heading) return heading.level
  }
  const own = headingOf(plan, phase.id)
  const title = readingOf(plan).sections.find(({ role }) => role === 'title')
  return Math.min(6, (own?.level ?? title?.level ?? 1) + 1)
}

/** The letter or number after the highest; counted within the phase where phases begin anew. */
function nextKey(plan: Plan, phase: Phase): string {
  const all = keysOf(plan.phases.flatMap(({ streams }) => streams))
  const own = keysOf(phase.streams)
  const startsAnew = new Set(all).size < all.length
  const keys = startsAnew && own.length > 0 ? own : all
  const last = keys.toSorted(byOrder).at(-1)
  return last === undefined ? 'A' : keyAfter(last)
}

function keysOf(streams: readonly Stream[]): string[] {
  return streams.map(({ key }) => key).filter(key => key !== null)
}

function byOrder(a: string, b: string): number {
  return orderOf(a) - orderOf(b)
}

/** A, B, ... Z, AA, AB, ...; numbers by value. */
function orderOf(key: string): number {
  if (/^\d/.test(key)) return Number.parseInt(key, 10)
  return [...key.toUpperCase()].reduce((order, letter) => order * 26 + letter.charCodeAt(0) - 64, 0)
}

function keyAfter(key: string): string {
  if (/^\d/.test(key)) return String(orderOf(key) + 1)
  let order = orderOf(key) + 1
  let letters = ''
  while (order > 0) {
    order--
    letters = String.fromCharCode(65 + (order % 26)) + letters
    order = Math.floor(order / 26)
  }
  return key === key.toLowerCase() ? letters.toLowerCase() : letters
}
