import type { SessionNotice } from './sessionFailures.ts'

/** Hands notices on; what nobody listened to yet waits for the first who does. */
export function createNotices() {
  const listeners = new Set<(notice: SessionNotice) => void>()
  let waiting: SessionNotice[] = []
  /** What goes wrong again and again is said once. */
  let saidNoUpkeep = false
  return {
    tell(notice: SessionNotice) {
      if (notice.kind === 'no-upkeep' && saidNoUpkeep) return
      saidNoUpkeep ||= notice.kind === 'no-upkeep'
      if (listeners.size === 0) waiting.push(notice)
      for (const listener of listeners) listener(notice)
    },
    listen(listener: (notice: SessionNotice) => void) {
      listeners.add(listener)
      for (const notice of waiting) listener(notice)
      waiting = []
      return () => void listeners.delete(listener)
    },
  }
}
