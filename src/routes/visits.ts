/** Remembers, outside the library, that the example was shown once. */
export interface Visits {
  isFirst(): boolean
  markSeen(): void
}

const key = 'braid-seen'

/** Where the browser keeps nothing, every visit counts as not the first: better no example than one at every turn. */
export function rememberVisits(): Visits {
  return {
    isFirst() {
      try {
        return localStorage.getItem(key) === null
      } catch {
        return false
      }
    },
    markSeen() {
      try {
        localStorage.setItem(key, '1')
      } catch {
        // Nothing is lost: the next visit is asked the same question.
      }
    },
  }
}
