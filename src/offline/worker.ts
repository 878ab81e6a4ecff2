/**
 * The service worker: keeps a whole release in the browser, so that Braid opens without a network, and keeps the ones
 * before it while pages are open that may have begun with them. It never touches plans. Built to `sw.js` by `offlineBuild.ts`.
 */

export {}

interface Release {
  readonly version: string
  /** Everything the build wrote, relative to the scope; the page itself is the empty path. */
  readonly files: readonly string[]
}

declare const braidRelease: Release
declare const self: ServiceWorkerGlobalScope

const scope = self.registration.scope
// Another Braid in another folder of the same host has caches of its own.
const prefix = `braid ${new URL(scope).pathname} `
const cacheName = prefix + braidRelease.version
const addresses = new Set(braidRelease.files.map(path => new URL(path, scope).href))

/** What pages asked for that is not kept here. Until the host answers, this worker is at work and no newer one takes over. */
let asking = new AbortController()

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('activate', event => event.waitUntil(dropUnusedReleases()))
self.addEventListener('message', event => {
  // The person asked for the new release; without that it waits until no page is open with the old one.
  if (event.data === 'take over') void self.skipWaiting()
  if (event.data === 'let go') {
    asking.abort()
    asking = new AbortController()
  }
})
self.addEventListener('fetch', event => {
  const address = kept(event.request)
  if (address !== null) event.respondWith(answer(event.request, address))
  if (event.request.mode === 'navigate') event.waitUntil(dropUnusedReleases())
})

/** All files or none: a release of which one file is missing is not installed, and tried again later. */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName)
  await Promise.all(
    [...addresses].map(async address => {
      const isNamedByContent = address.startsWith(`${scope}assets/`)
      const known = isNamedByContent ? await matchInReleases(address) : undefined
      const response = known ?? (await fetch(address, { cache: isNamedByContent ? 'default' : 'reload' }))
      if (!response.ok) throw new Error(`${address} answered ${response.status}`)
      await cache.put(address, await unredirected(response))
    }),
  )
}

/** Hosts that take `index.html` off addresses redirect, and a redirected answer may not open a page. */
async function unredirected(response: Response): Promise<Response> {
  if (!response.redirected) return response
  return new Response(await response.blob(), { headers: response.headers, status: response.status })
}

/**
 * A page that is open may have begun with any of the older releases, and still loads parts of it: they go when the first
 * page is opened again. What waits or is being fetched to come next stays.
 */
async function dropUnusedReleases(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.some(page => page.url.startsWith(scope))) return
  const others = (await releaseNames()).filter(name => name !== cacheName)
  if (self.registration.waiting || self.registration.installing) return
  await Promise.all(others.map(name => caches.delete(name)))
}

/** The address under which what is asked for is kept; `null` for everything that is not ours. */
function kept({ method, mode, url }: Request): string | null {
  if (method !== 'GET' || !url.startsWith(scope)) return null
  const { origin, pathname } = new URL(url)
  const address = origin + pathname
  if (mode === 'navigate') return address === scope || address === `${scope}index.html` ? scope : null
  return addresses.has(address) || address.startsWith(`${scope}assets/`) ? address : null
}

async function answer(request: Request, address: string): Promise<Response> {
  const own = await caches.match(address, { cacheName })
  return own ?? (await matchInReleases(address)) ?? fetch(request, { signal: asking.signal })
}

async function matchInReleases(address: string): Promise<Response | undefined> {
  for (const name of (await releaseNames()).reverse()) {
    const response = await caches.match(address, { cacheName: name })
    if (response) return response
  }
  return undefined
}

/** Oldest first. */
async function releaseNames(): Promise<string[]> {
  return (await caches.keys()).filter(name => name.startsWith(prefix))
}
