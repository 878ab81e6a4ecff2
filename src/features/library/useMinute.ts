import { useSyncExternalStore } from 'react'

const minute = 60_000

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, minute)
  return () => clearInterval(timer)
}

/** The time in ms since 1970, to the minute; renders again when it is another. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(Date.now() / minute) * minute)
}
