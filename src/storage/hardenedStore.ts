import type { UseStore } from 'idb-keyval'

/** Milliseconds. Some browsers now and then never answer an open at all. */
const openTimeout = 3000

/** Milliseconds. A transaction that takes longer waits for one that will never end, or its connection is dead. */
const transactionTimeout = 5000

/** For ever: idb-keyval opens without a version, and a tab that has never heard of an upgrade would block it. */
const databaseVersion = 1

interface Waiter {
  begin(database: IDBDatabase): void
  fail(error: unknown): void
}

/**
 * A store for idb-keyval that does not hang and does not lose its connection. It differs from `createStore` in that
 * - the database is opened now, so that later a callback runs, and its requests are made, before the call returns;
 * - callbacks run in the order in which they were asked for, also while the database is being opened;
 * - an open that does not answer in time rejects with `TimeoutError`, and what waited for it is never run;
 * - a transaction that does not end in time is aborted and rejects with `TimeoutError`, and its connection is dropped;
 * - a connection that the browser or another tab closes is opened again by the next use;
 * - the promise ends with the transaction, a callback that throws aborts it, and an error always has a name.
 *
 * What fails because the connection was gone is tried once more; so is a read that met an `UnknownError`. A write that
 * was already made is not: the next one may lie behind it, and the two would swap places.
 */
export function createHardenedStore(databaseName: string, storeName: string): UseStore {
  let database: IDBDatabase | null = null
  let opening = false
  let waiting: Waiter[] = []

  function keep(opened: IDBDatabase): void {
    opened.onclose = () => drop(opened)
    opened.onversionchange = () => drop(opened)
    database = opened
  }

  function drop(dropped: IDBDatabase): void {
    dropped.close()
    if (database === dropped) database = null
  }

  function open(): void {
    opening = true
    let over = false
    const timer = setTimeout(
      () => finish(waiter => waiter.fail(new DOMException('The database did not open in time', 'TimeoutError'))),
      openTimeout,
    )

    function finish(answer: (waiter: Waiter) => void): void {
      clearTimeout(timer)
      over = true
      opening = false
      const waiters = waiting
      waiting = []
      for (const waiter of waiters) answer(waiter)
    }

    function ask(mayAskAgain: boolean): void {
      const refused = (error: unknown) => {
        if (over) return
        if (mayAskAgain && isPassing(error)) ask(false)
        else finish(waiter => waiter.fail(named(error)))
      }
      try {
        const request = databases().open(databaseName, databaseVersion)
        request.onupgradeneeded = () => request.result.createObjectStore(storeName)
        request.onerror = () => refused(request.error)
        request.onsuccess = () => {
          const opened = request.result
          if (over && (opening || database !== null)) return opened.close()
          keep(opened)
          if (!over) finish(waiter => waiter.begin(opened))
        }
      } catch (error) {
        refused(error)
      }
    }

    ask(true)
  }

  function enqueue(waiter: Waiter): void {
    if (database !== null && !opening) {
      waiter.begin(database)
    } else {
      waiting.push(waiter)
      if (!opening) open()
    }
  }

  open()
  return (mode, callback) =>
    new Promise((resolve, reject) => {
      let mayTryAgain = true
      const waiter: Waiter = {
        fail: reject,
        begin(opened) {
          let transaction: IDBTransaction
          try {
            transaction = opened.transaction(storeName, mode)
          } catch (error) {
            drop(opened)
            tryAgainOrReject(error)
            return
          }
          run(transaction, storeName, callback).then(resolve, error => {
            if (isTimeout(error)) drop(opened)
            if (mode === 'readonly') tryAgainOrReject(error)
            else reject(error)
          })
        },
      }
      function tryAgainOrReject(error: unknown): void {
        const again = mayTryAgain && isPassing(error)
        mayTryAgain = false
        if (again) enqueue(waiter)
        else reject(named(error))
      }
      enqueue(waiter)
    })
}

async function run<Value>(
  transaction: IDBTransaction,
  storeName: string,
  callback: (store: IDBObjectStore) => Value | PromiseLike<Value>,
): Promise<Value> {
  const completed = new Promise<void>(resolve => transaction.addEventListener('complete', () => resolve()))
  // Chromium aborts a transaction for want of room without a word to its requests: what waits for one waits for ever.
  const aborted = new Promise<never>((_, reject) =>
    transaction.addEventListener('abort', () => reject(transaction.error)),
  )
  aborted.catch(() => undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The transaction did not end in time', 'TimeoutError')),
      transactionTimeout,
    )
  })
  late.catch(() => undefined)
  try {
    const value = await Promise.race([callback(transaction.objectStore(storeName)), aborted, late])
    await Promise.race([completed, aborted, late])
    return value
  } catch (error) {
    abort(transaction)
    if (isTimeout(error)) throw error
    // The transaction knows the first cause; the requests after it only say that they were aborted.
    const cause = await Promise.race([completed, aborted]).then(
      () => null,
      (reason: unknown) => reason,
    )
    throw named(cause ?? error)
  } finally {
    clearTimeout(timer)
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It is over already.
  }
}

function databases(): IDBFactory {
  const factory: IDBFactory | undefined = globalThis.indexedDB
  if (!factory) throw new DOMException('This browser has no IndexedDB', 'SecurityError')
  return factory
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'UnknownError')
}

/** Browsers abort with `null`, and some give errors that are empty. */
function named(error: unknown): Error {
  if (error === null || error === undefined) return new DOMException('The transaction was aborted', 'AbortError')
  if (error instanceof Error && error.name !== '') return error
  return new DOMException(error instanceof Error ? error.message : String(error), 'UnknownError')
}
