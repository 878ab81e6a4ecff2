import { type Outcome, refuse } from '#plan/outcome.ts'
import { readModeAndDays, trailingGroup } from '#plan/parse/headings.ts'

/** Whether a name ends in a parenthesis that gives a phase its mode or days: `Build (Day 3)`. */
export function readsAsTiming(name: string): boolean {
  const group = trailingGroup(name, 0, name.length)
  return group !== null && readModeAndDays(name.slice(group.from + 1, -1).trim()) !== null
}

export function refuseTiming(name: string): Outcome {
  const group = trailingGroup(name, 0, name.length)
  return refuse(
    'reads-as-timing',
    `A name that ends in “${name.slice(group?.from ?? 0)}” would be read as the phase's mode or days. Set those instead.`,
  )
}
