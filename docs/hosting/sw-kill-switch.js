// Put in place of sw.js, this takes a bad release out of every browser at its next visit: it drops the kept files, signs
// itself off and loads the open pages anew, from the host. Plans are stored elsewhere and stay as they are.
self.addEventListener('install', () => {
  self.skipWaiting()
  setTimeout(hurry, 2000)
})
self.addEventListener('activate', event => event.waitUntil(heal()))

async function heal() {
  const prefix = `braid ${new URL(self.registration.scope).pathname} `
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
  await self.registration.unregister()
  // Pages that hold edits which could not be stored ask before they go.
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url).catch(() => undefined)
}

// Chromium may let a new worker wait for minutes: while the old one has work, and at times for no reason that can be seen.
// When asked again it looks again.
function hurry() {
  if (!self.registration.waiting) return
  self.registration.active?.postMessage('let go')
  setTimeout(() => self.skipWaiting(), 500)
}
