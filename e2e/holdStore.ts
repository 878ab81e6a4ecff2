import type { BrowserContext, Page } from '@playwright/test'

/** Opens a tab in a process of its own that holds the store of the plans for as long as it lives. */
export async function holdStore(context: BrowserContext): Promise<Page> {
  const other = await context.newPage()
  // Another browsing context group, and with it another process.
  await other.goto('./?other')
  await other.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('braid')
        opening.onsuccess = () => {
          const store = opening.result.transaction('records', 'readwrite').objectStore('records')
          const keepOpen = () => {
            store.put('x', ['other', 0]).onsuccess = keepOpen
            resolve()
          }
          keepOpen()
        }
      }),
  )
  return other
}
