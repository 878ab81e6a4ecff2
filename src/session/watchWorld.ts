import { changeToJson } from '#plan/change.ts'
import type { PlanId } from '#storage/planStorage.ts'
import type { LeftEdits } from './journal.ts'
import type { PlanSettings } from './planSettings.ts'
import type { Saver } from './saver.ts'
import type { SessionWorld } from './sessionWorld.ts'

/** Has the saver read again when there may be something new, and keeps what is unconfirmed when the page goes. */
export function watchWorld(
  world: SessionWorld,
  id: PlanId,
  tab: string,
  saver: Saver,
  settings: PlanSettings,
): () => void {
  const { hints, page, journal } = world
  let isLeft = false

  const unconfirmed = (): LeftEdits | null => {
    const left = saver.unconfirmed()
    const word = settings.unsaved()
    if (!left && word === null) return null
    const { revision, plan, steps } = left ?? { revision: saver.confirmedRevision() ?? 0, plan: null, steps: [] }
    const written = steps.map(({ kind, origin, change, at }) => ({ kind, origin, change: changeToJson(change), at }))
    return { id, revision, plan, steps: written, settings: word }
  }
  const settled = () => Promise.all([saver.settled(), settings.settled()])
  const forget = () => {
    isLeft = false
    journal?.remove(tab)
  }
  const onLeave = () => {
    const left = unconfirmed()
    if (!left) return isLeft && forget()
    journal?.write(tab, left)
    isLeft = true
    void forgetWhenSaved()
  }
  /** The page was kept alive after all, or was only hidden. */
  const forgetWhenSaved = async () => {
    await settled()
    if (isLeft && !unconfirmed()) forget()
  }
  const onReturn = () => {
    saver.catchUp()
    if (isLeft) void forgetWhenSaved()
  }

  const stops = [hints?.listen(id, saver.catchUp), page?.onReturn(onReturn)]
  const stopLeaving = page?.onLeave(onLeave)
  return () => {
    for (const stop of stops) stop?.()
    void settled().then(stopLeaving)
  }
}
