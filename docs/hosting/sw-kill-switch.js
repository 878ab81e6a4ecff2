// Put in place of sw.js, this takes a bad release out of every browser at its next visit: it drops the kept files, signs
// itself off and loads the open pages anew, from the host. Plans are stored elsewhere and stay as they are.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(heal()))

async function heal() {
  const prefix = `braid ${new URL(self.registration.scope).pathname} `
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
  await self.registration.unregister()
  // Pages that hold edits which could not be stored ask before they go.
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url).catch(() => undefined)
}
