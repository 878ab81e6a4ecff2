import { changeText } from '#plan/change.ts'
import { renamePlan } from '#plan/edit/renamePlan.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { PlanSummary } from '#storage/planStorage.ts'
import { backUpStored } from './backups.ts'
import { openSession, openShown, openUnstored } from './planSession.ts'
import { replayLeft } from './replayJournal.ts'
import { salvage } from './salvage.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'
import { summarisePlan } from './summarisePlan.ts'

/** What a new plan of this text is called in the list, under a new id. */
export function summariseNew(
  world: SessionWorld,
  text: string,
  fallbackName: string,
  dates = { createdAt: world.now(), changedAt: world.now() },
): PlanSummary {
  return summarisePlan(parsePlan(text), { id: world.newId(), ...dates, fallbackName })
}

export { backUpStored, changeText, openSession, openShown, openUnstored, renamePlan, replayLeft, salvage, storedText }
