import { trustedScript } from './trustedScript.ts'

/** Newer versions of Braid, as the page hears of them. */
export interface Releases {
  /** Calls back whenever a newer version is there to be taken. */
  onReady(callback: () => void): () => void
  /** Loads the page anew, with the newer version. */
  take(): void
}

/** While developing, and wherever nothing is to be kept. */
export const noReleases: Releases = { onReady: () => () => {}, take: () => {} }

/** How often a page that stays open asks for a newer version, in ms: each hour. */
const askAgain = 60 * 60 * 1000

/** How long the browser gets to put a new version in the place of the old one, in ms. Mostly it takes a tenth of that. */
const patience = 3000

/** Marks, for the page that is loaded next in this tab, that the new version was asked for. */
const takingKey = 'braid-takes-release'

/**
 * Installs the service worker, after which Braid opens without a network, and watches for newer ones. A page goes on with
 * the version it began with until `take`: nothing reloads by itself. Where there are no service workers nothing happens.
 */
export function watchReleases(workerAddress: string): Releases {
  const listeners = new Set<() => void>()
  const { serviceWorker } = navigator
  let registration: ServiceWorkerRegistration | null = null
  let isReady = false
  let isTaken = wasTaking()
  // After that, another tab may take a version that was not asked for here.
  if (isTaken) setTimeout(() => (isTaken = false), patience)

  const tell = () => {
    isReady = true
    for (const listener of listeners) listener()
  }
  const ask = () => {
    // Without a network there is nothing to be heard of.
    registration?.update().catch(() => undefined)
  }
  const watch = (found: ServiceWorkerRegistration) => {
    registration = found
    if (found.waiting && serviceWorker.controller) tell()
    const follow = () => {
      const worker = found.installing
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && serviceWorker.controller) tell()
      })
    }
    found.addEventListener('updatefound', follow)
    // Another tab may have found it before this page was there to hear of it.
    follow()
    // A browser looks by itself when a page is opened, but may put that off, or leave it out.
    if (serviceWorker.controller) ask()
    setInterval(ask, askAgain)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') ask()
    })
  }
  if (serviceWorker) {
    const hadController = serviceWorker.controller !== null
    serviceWorker.addEventListener('controllerchange', () => {
      if (isTaken) location.reload()
      // Another tab took the new version: this page goes on with the old one, and may follow.
      else if (hadController) tell()
    })
    // Refused where cookies are, and in some private windows, or answered with nothing. Braid works without.
    serviceWorker.register(trustedScript(workerAddress), { updateViaCache: 'none' }).then(
      found => found && watch(found),
      () => undefined,
    )
  }

  return {
    onReady(callback) {
      listeners.add(callback)
      if (isReady) callback()
      return () => listeners.delete(callback)
    },
    take() {
      isTaken = true
      if (!registration?.waiting) return location.reload()
      registration.waiting.postMessage('take over')
      // Chromium may let it wait for minutes: while the old one has work, and at times for no reason that can be seen,
      // until a page is loaded.
      setTimeout(() => serviceWorker.controller?.postMessage('let go'), patience)
      setTimeout(() => {
        noteTaking()
        location.reload()
      }, patience + 1000)
    },
  }
}

function noteTaking(): void {
  try {
    sessionStorage.setItem(takingKey, '1')
  } catch {
    // Then the new version is offered once more.
  }
}

function wasTaking(): boolean {
  try {
    const isNoted = sessionStorage.getItem(takingKey) !== null
    sessionStorage.removeItem(takingKey)
    return isNoted
  } catch {
    return false
  }
}
