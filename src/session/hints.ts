import * as v from 'valibot'
import type { PlanId } from '#storage/planStorage.ts'

/** Word of what other tabs stored. A hint may be lost or come late; what is stored is the authority. */
export interface Hints {
  /** To the other tabs: this plan is at this revision now, was made, deleted or restored. */
  announce(id: PlanId, revision: number): void
  /** What other tabs announce of one plan, or of `'any'`. Returns what stops it. */
  listen(id: PlanId | 'any', onHint: (revision: number) => void): () => void
}

interface Hint {
  readonly id: PlanId
  readonly revision: number
}

/** A tab of another version may say anything. */
const hintSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(200)),
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

type Listener = readonly [id: PlanId | 'any', onHint: (revision: number) => void]

function createListeners() {
  const listeners = new Set<Listener>()
  return {
    listen(id: PlanId | 'any', onHint: (revision: number) => void) {
      const listener: Listener = [id, onHint]
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(hint: Hint) {
      for (const [id, onHint] of [...listeners]) if (id === 'any' || id === hint.id) onHint(hint.revision)
    },
  }
}

/** Hints between the tabs of a browser; silence in a browser that does not carry them. */
export function openBroadcastHints(name: string): Hints {
  const { listen, tell } = createListeners()
  const channel = openChannel(name)
  if (!channel) return { announce: () => {}, listen }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const hint = v.safeParse(hintSchema, data)
    if (hint.success) tell(hint.output)
  }
  return { announce: (id, revision) => channel.postMessage({ id, revision }), listen }
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    // The browser has none, or gives this page none.
    return null
  }
}

/** Tabs in memory: each call is one more tab that hears the others. */
export function createMemoryHints(): () => Hints {
  const tabs = new Set<(hint: Hint) => void>()
  return () => {
    const { listen, tell } = createListeners()
    tabs.add(tell)
    return {
      announce(id, revision) {
        for (const other of tabs) if (other !== tell) queueMicrotask(() => other({ id, revision }))
      },
      listen,
    }
  }
}
