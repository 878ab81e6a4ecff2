/** Milliseconds of one call. */
export function time(call: () => void): number {
  const start = performance.now()
  call()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/**
 * Medians of several calls, taken in turns within one run: what else the machine does falls on all of them alike.
 * Each is called `warmUp` times first.
 */
export function compare(calls: Readonly<Record<string, () => void>>, runs: number, warmUp = 3): Record<string, number> {
  const times: Record<string, number[]> = {}
  for (const [name, call] of Object.entries(calls)) {
    times[name] = []
    for (let at = 0; at < warmUp; at++) call()
  }
  for (let run = 0; run < runs; run++) {
    for (const [name, call] of Object.entries(calls)) times[name]?.push(time(call))
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}
