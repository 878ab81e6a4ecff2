import type { Outcome } from '#plan/outcome.ts'
import type { PlanId, StorageResult } from '#storage/planStorage.ts'
import type { PlanSession } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'

/** A new name for a plan that is not open, while somebody types it. One of the two ends it, once. */
export interface Renaming {
  /**
   * One undo step of the plan. Asks storage before it returns, or writes the name into the journal while the plan is
   * still being read: a reload right after loses nothing. `null`: there is no such plan. Rejects when a part of Braid
   * does not load; then the plan keeps its name.
   */
  finish(title: string): Promise<StorageResult<Outcome | null>>
  giveUp(): void
}

type Opened = StorageResult<PlanSession | null>

/** Reads the plan, and what can rename it, at once. */
export function beginRenaming(world: SessionWorld, id: PlanId, open: () => Promise<Opened>): Renaming {
  const { journal } = world
  const tab = world.newId()
  let ready: Awaited<ReturnType<typeof prepare>> | null = null
  const prepare = async () => {
    const [{ renamePlan }, opened] = await Promise.all([import('./engine.ts'), open()])
    return { renamePlan, opened }
  }
  const preparing = prepare()
  preparing.then(
    prepared => {
      ready = prepared
    },
    // Told when the name is there.
    () => undefined,
  )
  const whenReady = async (title: string) => {
    journal?.write(tab, { id, title, origin: `${tab}:0`, at: world.now() })
    try {
      return await preparing
    } finally {
      journal?.remove(tab)
    }
  }

  return {
    async finish(title) {
      const { renamePlan, opened } = ready ?? (await whenReady(title))
      if (!opened.ok) return opened
      const session = opened.value
      if (!session) return { ok: true, value: null }
      const outcome = session.run(renamePlan, title)
      await session.settled()
      session.close()
      const { save } = session.state.getState()
      return save.kind === 'failed' ? { ok: false, failure: save.failure } : { ok: true, value: outcome }
    },
    giveUp() {
      void preparing.then(({ opened }) => opened.ok && opened.value?.close()).catch(() => undefined)
    },
  }
}
