import type { Appended, PlanId, StorageResult } from './planStorage.ts'

type Answer = StorageResult<Appended>

interface Burst {
  /** The mark of the record asked for last. */
  last: string | null
  unanswered: number
  failure: { readonly revision: number; readonly answer: Answer } | null
  strays: boolean
  judged: Promise<unknown>
  readonly over: Promise<void>
  readonly end: () => void
}

export interface AppendBursts {
  /**
   * Calls `write` at once. `follows` is the mark of the record that `write` comes right behind when that one is not
   * answered yet, otherwise `null`.
   */
  append(
    id: PlanId,
    revision: number,
    mark: string,
    write: (follows: string | null) => Promise<Answer>,
  ): Promise<Answer>
  /** Waits for what was asked for so far; `false` when this revision is among what failed. */
  settle(id: PlanId, revision: number): Promise<boolean>
}

/**
 * Each append is written at once, so that a reload loses none; a later one may then land although an earlier one
 * failed, on top of a text it was not made for. So appends that are asked for before an earlier one is answered stand
 * or fall with it: `tidy` deletes the strays that landed, then all of them get the first failure.
 */
export function createAppendBursts(tidy: (id: PlanId) => Promise<unknown>): AppendBursts {
  const bursts = new Map<PlanId, Burst>()

  function begin(id: PlanId): Burst {
    let end = () => {}
    const over = new Promise<void>(resolve => {
      end = resolve
    })
    const burst: Burst = {
      last: null,
      unanswered: 0,
      failure: null,
      strays: false,
      judged: Promise.resolve(),
      over,
      end,
    }
    bursts.set(id, burst)
    return burst
  }

  return {
    async append(id, revision, mark, write) {
      const burst = bursts.get(id) ?? begin(id)
      const follows = burst.last
      burst.last = mark
      burst.unanswered++
      const written = write(follows)
      // One after the other, whatever `write` does after its transaction.
      const judged = burst.judged.then(async () => {
        const answer = await written
        const landed = answer.ok && answer.value !== 'behind'
        if (burst.failure !== null) burst.strays ||= landed
        else if (!landed) burst.failure = { revision, answer }
        burst.unanswered--
        if (burst.unanswered === 0 && burst.strays) await tidy(id)
        if (burst.unanswered === 0) {
          bursts.delete(id)
          burst.end()
        }
        return answer
      })
      burst.judged = judged
      const answer = await judged
      if (burst.failure === null) return answer
      await burst.over
      return burst.failure.answer
    },
    async settle(id, revision) {
      const burst = bursts.get(id)
      await burst?.over
      return !burst?.failure || revision < burst.failure.revision
    },
  }
}
