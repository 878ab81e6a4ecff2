import type { PageEvents, PlansMemory } from './sessionWorld.ts'

/** The page as the browser tells of it. */
export const pageEvents: PageEvents = {
  onReturn(callback) {
    const onVisible = () => {
      if (document.visibilityState === 'visible') callback()
    }
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) callback()
    }
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('pageshow', onShow)
    window.addEventListener('online', callback)
    window.addEventListener('focus', callback)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('pageshow', onShow)
      window.removeEventListener('online', callback)
      window.removeEventListener('focus', callback)
    }
  },
  onLeave(callback) {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') callback()
    }
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', callback)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', callback)
    }
  },
}

/** Safari does not tell when it is idle. */
export function whenIdle(work: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(work)
  else setTimeout(work, 1000)
}

const hadPlansKey = 'braid-had-plans'

/** Where `localStorage` is refused, a cleared store looks like a first visit. */
export const plansMemory: PlansMemory = {
  hadPlans() {
    try {
      return localStorage.getItem(hadPlansKey) !== null
    } catch {
      return false
    }
  },
  keep(hasPlans) {
    try {
      if (hasPlans) localStorage.setItem(hadPlansKey, '1')
      else localStorage.removeItem(hadPlansKey)
    } catch {
      // See above.
    }
  },
}

const askedKey = 'braid-asked-to-persist'

/** Asks the browser, once, not to clear our data when it needs room. */
export function askToPersist(): void {
  try {
    if (localStorage.getItem(askedKey) !== null) return
    localStorage.setItem(askedKey, '1')
    navigator.storage?.persist?.().catch(() => undefined)
  } catch {
    // Where it cannot be remembered, it is not asked: some browsers would show the question at every visit.
  }
}
