import { createStore } from 'zustand/vanilla'

/** Ms without an answer after which people are told. */
export const slowAfter = 900

/** How many calls storage has not answered for so long, and whose callers do not say so themselves. */
export const storageWaits = createStore<{ readonly count: number }>(() => ({ count: 0 }))

/** Counts the call from then on until it is answered or given up. */
export async function countWhileSlow<Value>(answer: Promise<Value>): Promise<Value> {
  let isCounted = false
  const add = (change: number) => storageWaits.setState(({ count }) => ({ count: count + change }))
  const timer = setTimeout(() => {
    isCounted = true
    add(1)
  }, slowAfter)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    if (isCounted) add(-1)
  }
}
