import { slowAfter } from './storageWaits.ts'

/** Ms before the first new attempt; each further one waits twice as long, up to the second number. */
const firstRetry = 1_000
const longestRetry = 30_000

export interface Retries {
  /** Something was asked for. */
  watch(): void
  /** Something was answered. */
  progress(): void
  /** It failed: try again in a while. */
  later(): void
  /** Everything is stored. */
  done(): void
  close(): void
}

/** When to say that storage is slow, and when to try again. */
export function createRetries(on: { readonly onSlow: () => void; readonly onRetry: () => void }): Retries {
  let slow: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = firstRetry
  let isClosed = false

  const stop = () => {
    clearTimeout(slow)
    clearTimeout(retry)
    slow = undefined
    retry = undefined
  }
  const watch = () => {
    if (isClosed) return
    slow ??= setTimeout(on.onSlow, slowAfter)
  }
  return {
    watch,
    progress() {
      clearTimeout(slow)
      slow = undefined
      watch()
    },
    later() {
      stop()
      if (isClosed) return
      retry = setTimeout(on.onRetry, wait)
      wait = Math.min(longestRetry, wait * 2)
    },
    done() {
      stop()
      wait = firstRetry
    },
    close() {
      isClosed = true
      stop()
    },
  }
}
