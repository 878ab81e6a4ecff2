import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { compareCommands } from './compareCommands.ts'
import { readPhaseWaves } from './phaseWaves.ts'
import { titleOfPhase, titleOfStream } from './titles.ts'

/** What one worker is asked to do. */
export interface Brief {
  readonly stream: NodeId
  /** 'Stream A: API Contract Design' */
  readonly title: string
  /** The author's own words for it where the commands have them, else the title. */
  readonly prompt: string
  /** Tasks that are not done, in the author's words. */
  readonly tasks: readonly string[]
}

/** Streams that can run at the same time. */
export interface Wave {
  /** 'Phase 1: Contract & Environment Setup (Day 1-2)'; the later waves of a phase say which they are. */
  readonly title: string
  readonly briefs: readonly Brief[]
}

/** The plan as work to hand out: wave after wave, in each a brief for every stream, in the order of the plan. */
export function briefPlan(plan: Plan): readonly Wave[] {
  const { prompts } = compareCommands(plan)
  return readPhaseWaves(plan).flatMap(({ phase, waves }) =>
    waves.map((streams, at) => ({
      title: titleOfPhase(phase) + (waves.length > 1 ? `, wave ${at + 1} of ${waves.length}` : ''),
      briefs: streams.map(stream => ({
        stream: stream.id,
        title: titleOfStream(stream),
        prompt: prompts.get(stream.id) || titleOfStream(stream),
        tasks: flattenTasks(stream.tasks).flatMap(task =>
          task.state === 'done' || task.state === 'cancelled' ? [] : [task.text],
        ),
      })),
    })),
  )
}
