import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Leftover, Library } from '#session/library.ts'
import type { PlanSession } from '#session/planSession.ts'
import type { StorageFailure } from '#storage/planStorage.ts'

/** What the plan screen shows. */
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'plan'; readonly session: PlanSession; readonly isExample: boolean }
  | { readonly kind: 'missing' }
  /** It takes long to answer; the plan shows as soon as it is there. */
  | { readonly kind: 'slow' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure }
  /** It is there, and no board can be made of it. */
  | { readonly kind: 'unreadable'; readonly failure: StorageFailure; readonly leftover: Leftover }

/** The one plan on the screen. It outlives the change of address when an example becomes a plan of one's own. */
export interface CurrentPlan {
  readonly state: StoreApi<Shown>
  /** Opens a stored plan; does nothing when it is the one that is open. */
  open(id: string): Promise<void>
  openExample(): Promise<void>
  /** Has a session ready that storage does not know, for when its address is opened. */
  prepare(session: PlanSession): void
  close(): void
}

/** Ms without an answer after which people are told. */
const slowAfter = 900

export function createCurrentPlan(library: Library, makeExample: () => Promise<PlanSession>): CurrentPlan {
  const nothing: Shown = { kind: 'nothing' }
  const state = createStore<Shown>(() => nothing)
  /** Counts what was asked for, so that an answer that comes late is left alone. */
  let asked = 0
  let prepared: PlanSession | null = null

  const show = (shown: Shown) => {
    const before = state.getState()
    if (before.kind === 'plan' && !(shown.kind === 'plan' && shown.session === before.session)) before.session.close()
    state.setState(shown, true)
  }
  const showWhenReady = async (load: () => Promise<Shown>) => {
    const turn = ++asked
    let timer: ReturnType<typeof setTimeout> | undefined
    const slow = new Promise<void>(resolve => {
      timer = setTimeout(() => {
        if (turn === asked) show({ kind: 'slow' })
        resolve()
      }, slowAfter)
    })
    const ready = load().then(shown => {
      if (turn === asked) show(shown)
      else if (shown.kind === 'plan' && shown.session !== prepared) shown.session.close()
    })
    try {
      await Promise.race([ready, slow])
    } finally {
      void ready.finally(() => clearTimeout(timer)).catch(() => undefined)
    }
  }
  return {
    state,
    async open(id) {
      const shown = state.getState()
      if (shown.kind === 'plan' && shown.session.id === id) return
      await showWhenReady(async () => {
        if (prepared?.id === id) return { kind: 'plan', session: prepared, isExample: false }
        const opened = await library.openPlan(id)
        if (!opened.ok) {
          const { failure } = opened
          if (failure.code !== 'damaged' && failure.code !== 'newer') return { kind: 'failed', failure }
          return { kind: 'unreadable', failure, leftover: await library.readLeftover(id) }
        }
        return opened.value ? { kind: 'plan', session: opened.value, isExample: false } : { kind: 'missing' }
      })
    },
    async openExample() {
      const shown = state.getState()
      if (shown.kind === 'plan' && shown.isExample && isUntouched(shown.session)) return
      await showWhenReady(async () => ({ kind: 'plan', session: await makeExample(), isExample: true }))
    },
    prepare(session) {
      prepared = session
    },
    close() {
      asked++
      prepared = null
      show(nothing)
    },
  }
}

/** Nothing of it is stored yet. */
export function isUntouched(session: PlanSession): boolean {
  return session.state.getState().save.kind === 'untouched'
}
