import type { Page } from '@playwright/test'

/** Changes what is stored of the open plan behind the app's back; `kind` is the first part of a record's key. */
export async function damageRecords(page: Page, kind: string, damage: 'cut' | 'flip' | 'replace'): Promise<number> {
  return page.evaluate(
    ([kind, damage]) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('braid', 1)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const database = request.result
          const transaction = database.transaction('records', 'readwrite')
          const cursors = transaction.objectStore('records').openCursor(IDBKeyRange.bound([kind], [kind, []]))
          let damaged = 0
          cursors.onsuccess = () => {
            const cursor = cursors.result
            if (!cursor) return
            const { value } = cursor
            if (damage === 'replace') cursor.update('rubbish')
            else if (typeof value?.text === 'string') {
              const half = Math.floor(value.text.length / 2)
              const cut = value.text.slice(0, half)
              const flipped = `${cut}${String.fromCharCode(value.text.charCodeAt(half) ^ 1)}${value.text.slice(half + 1)}`
              cursor.update({ ...value, text: damage === 'cut' ? cut : flipped })
            } else if (typeof value === 'object') cursor.update({ ...value, at: value.at + 1 })
            damaged++
            cursor.continue()
          }
          transaction.oncomplete = () => {
            database.close()
            resolve(damaged)
          }
        }
      }),
    [kind, damage] as const,
  )
}

/** Backups are taken when nothing else is to be done; this waits until the store has one. */
export async function backupIsTaken(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.open('braid', 1)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const database = request.result
          const range = IDBKeyRange.bound(['backup'], ['backup', []])
          const counted = database.transaction('records').objectStore('records').count(range)
          counted.onsuccess = () => {
            database.close()
            resolve(counted.result > 0)
          }
        }
      }),
  )
}
