import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Leftover, Library } from '#session/library.ts'
import type { PlanSession } from '#session/planSession.ts'
import { slowAfter } from '#session/storageWaits.ts'
import type { StorageFailure } from '#storage/planStorage.ts'

/** Where the plan on the screen came from: storage, the example, or a link. */
export type PlanOrigin = 'own' | 'example' | 'link'

/** What the plan screen shows. */
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'plan'; readonly session: PlanSession; readonly origin: PlanOrigin }
  | { readonly kind: 'missing' }
  /** The link holds no plan; the message says what to do. */
  | { readonly kind: 'bad-link'; readonly message: string }
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
  /** Shows the plan that a link carries; nothing is stored. */
  openLink(payload: string, settings: string | null): Promise<void>
  /** Has a session ready that storage does not know, for when its address is opened. */
  prepare(session: PlanSession): void
  close(): void
}

export function createCurrentPlan(library: Library, makeExample: () => Promise<PlanSession>): CurrentPlan {
  const nothing: Shown = { kind: 'nothing' }
  const state = createStore<Shown>(() => nothing)
  /** Counts what was asked for, so that an answer that comes late is left alone. */
  let asked = 0
  let prepared: PlanSession | null = null
  /** The payload that is on the screen: its panels have addresses of their own, and are no other plan. */
  let shownLink: string | null = null

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
      shownLink = null
      if (shown.kind === 'plan' && shown.session.id === id) return
      await showWhenReady(async () => {
        if (prepared?.id === id) return { kind: 'plan', session: prepared, origin: 'own' }
        const opened = await library.openPlan(id)
        if (!opened.ok) {
          const { failure } = opened
          if (failure.code !== 'damaged' && failure.code !== 'newer') return { kind: 'failed', failure }
          return { kind: 'unreadable', failure, leftover: await library.readLeftover(id) }
        }
        return opened.value ? { kind: 'plan', session: opened.value, origin: 'own' } : { kind: 'missing' }
      })
    },
    async openExample() {
      const shown = state.getState()
      if (shown.kind === 'plan' && shown.origin === 'example' && isUntouched(shown.session)) return
      await showWhenReady(async () => ({ kind: 'plan', session: await makeExample(), origin: 'example' }))
    },
    async openLink(payload, settings) {
      if (payload === shownLink && state.getState().kind !== 'nothing') return
      await showWhenReady(async () => {
        const { readLink } = await import('./readLink.ts')
        const read = await readLink(payload, settings)
        shownLink = payload
        if (!read.ok) return { kind: 'bad-link', message: read.problem.message }
        const session = await library.openShown(read.text, 'Shared plan', read.envelope, read.settings)
        return { kind: 'plan', session, origin: 'link' }
      })
    },
    prepare(session) {
      prepared = session
    },
    close() {
      asked++
      prepared = null
      shownLink = null
      show(nothing)
    },
  }
}

/** Nothing of it is stored yet. */
export function isUntouched(session: PlanSession): boolean {
  return session.state.getState().save.kind === 'untouched'
}
