import type { Slot } from './slot.ts'

/** The lines to write: as the list around suggests, and then with blank lines that keep neighbours apart. */
export function waysAround(slot: Slot, lines: readonly string[]): readonly (readonly string[])[] {
  const { before, after } = slot
  const written = [...before, ...lines, ...after]
  return [written, ['', ...written], [...written, ''], ['', ...written, '']]
}
