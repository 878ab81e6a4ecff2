import type { UseStore } from 'idb-keyval'
import { headKey, logKey, type MarkedRecord, removedKey } from './planRecords.ts'
import type { PlanId } from './planStorage.ts'

interface Batch {
  readonly waiting: ((store: IDBObjectStore) => void)[]
  store: IDBObjectStore | null
  isClosed: boolean
  done: Promise<void>
}

interface Asked {
  before: IDBRequest<IDBValidKey | undefined> | null
  removed: IDBRequest<IDBValidKey | undefined> | null
  refusal: { readonly error: unknown } | null
}

interface Written {
  /** There is a record before this one. */
  readonly isLedTo: boolean
  /** The plan is removed. */
  readonly isRemoved: boolean
}

type WriteRecord = (id: PlanId, record: MarkedRecord, head: unknown) => Promise<Written>

/**
 * Writes records without reading first, in the call: a read and then a write when it answers would lose the write on a
 * reload, the page being gone before the answer. What is written to a plan in one task of the browser shares a
 * transaction, which is committed when the task ends: of fifty transactions in a row, a reload in Chromium drops those
 * that still wait for the ones before them.
 */
export function createAppendBatches(use: UseStore): WriteRecord {
  const batches = new Map<PlanId, Batch>()

  function begin(id: PlanId): Batch {
    const batch: Batch = { waiting: [], store: null, isClosed: false, done: Promise.resolve() }
    batches.set(id, batch)
    batch.done = use('readwrite', store => {
      batch.store = store
      for (const ask of batch.waiting) ask(store)
      if (batch.isClosed) store.transaction.commit()
    })
    queueMicrotask(() => {
      batches.delete(id)
      batch.isClosed = true
      batch.store?.transaction.commit()
    })
    return batch
  }

  return async (id, record, head) => {
    const batch = batches.get(id) ?? begin(id)
    const asked: Asked = { before: null, removed: null, refusal: null }
    const ask = (store: IDBObjectStore) => {
      try {
        store.add(record, logKey(id, record.revision))
        store.put(head, headKey(id))
        asked.before = store.getKey(logKey(id, record.revision - 1))
        asked.removed = store.getKey(removedKey(id))
      } catch (error) {
        // A value that cannot be stored; the other records of the batch can.
        asked.refusal = { error }
      }
    }
    if (batch.store) ask(batch.store)
    else batch.waiting.push(ask)
    await batch.done
    if (asked.refusal) throw asked.refusal.error
    return { isLedTo: asked.before?.result !== undefined, isRemoved: asked.removed?.result !== undefined }
  }
}
