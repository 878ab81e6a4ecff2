import { changeToJson } from '#plan/change.ts'
import type { PlanId } from '#storage/planStorage.ts'
import type { Saver } from './saver.ts'
import type { SessionWorld } from './sessionWorld.ts'

/** Has the saver read again when there may be something new, and keeps what is unconfirmed when the page goes. */
export function watchWorld(world: SessionWorld, id: PlanId, tab: string, saver: Saver): () => void {
  const { hints, page, journal } = world
  let isLeft = false

  const onLeave = () => {
    const left = saver.unconfirmed()
    if (!left) return
    const steps = left.steps.map(({ kind, origin, change, at }) => ({ kind, origin, change: changeToJson(change), at }))
    journal?.write(tab, { id, revision: left.revision, plan: left.plan, steps })
    isLeft = true
    void forgetWhenSaved()
  }
  /** The page was kept alive after all, or was only hidden. */
  const forgetWhenSaved = async () => {
    await saver.settled()
    if (!isLeft || saver.unconfirmed()) return
    isLeft = false
    journal?.remove(tab)
  }
  const onReturn = () => {
    saver.catchUp()
    if (isLeft) void forgetWhenSaved()
  }

  const stops = [hints?.listen(id, saver.catchUp), page?.onReturn(onReturn)]
  const stopLeaving = page?.onLeave(onLeave)
  return () => {
    for (const stop of stops) stop?.()
    void saver.settled().then(stopLeaving)
  }
}
