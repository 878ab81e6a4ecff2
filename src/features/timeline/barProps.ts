import type { CSSProperties } from 'react'

/** Puts an element on the time axis: where it begins and how long it is, both in hours; the styles make px of them. */
export function barProps(start: number, finish = start) {
  return { style: { '--start': start, '--length': Math.max(0, finish - start) } as CSSProperties }
}
