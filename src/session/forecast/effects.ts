import { previewChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { describeEffect } from '#plan/schedule/describeEffect.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import { scheduleOptionsOf, settingsToWord } from '#plan/settings/viewSettings.ts'
import type { PlanSession } from '#session/planSession.ts'
import { jobsOf } from './forecastJobs.ts'
import { forecastsOf } from './forecasts.ts'

/** Ms that somebody stays over a place before it is worked out what dropping there would do. */
const restAfter = 120

/** Tells what an edit would do to finish and critical path, before it is made. */
export interface Effects {
  /**
   * Says the words once they are worked out, unless something else was asked meanwhile. `key` names the edit: as long as
   * the plan is the same, it is worked out once.
   */
  ask(key: string, edit: (plan: Plan) => Outcome, say: (words: string) => void): void
  /** Nobody wants to know any more. */
  forget(): void
}

export function createEffects(session: PlanSession): Effects {
  let asked: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Of one plan and one set of settings. */
  let known = new Map<string, string>()
  let knownOf = ''
  let knownPlan: Plan | null = null
  let before: Promise<Schedule | null> | null = null

  const scheduleOf = (plan: Plan) => {
    const { settings } = session.settings.state.getState()
    const jobs = jobsOf(plan, settings.hoursPerTask)[settings.gating]
    return forecastsOf(session).ask(jobs, scheduleOptionsOf(settings))
  }
  const work = async (key: string, edit: (plan: Plan) => Outcome) => {
    const { plan } = session.state.getState()
    const outcome = edit(plan)
    // Why it cannot be done is as good to know.
    if (!outcome.ok) return outcome.refusal.message
    const after = previewChange(plan, outcome.change)
    before ??= scheduleOf(plan)
    const [old, next] = await Promise.all([before, scheduleOf(after)])
    if (!old || !next) return ''
    const words = describeEffect(old, next, plan, after)
    if (plan === knownPlan) known.set(key, words)
    return words
  }

  return {
    ask(key, edit, say) {
      if (key === asked) return
      asked = key
      clearTimeout(timer)
      const { plan } = session.state.getState()
      const settings = settingsToWord(session.settings.state.getState().settings)
      if (plan !== knownPlan || settings !== knownOf) {
        known = new Map()
        knownPlan = plan
        knownOf = settings
        before = null
      }
      const words = known.get(key)
      if (words !== undefined) return say(words)
      timer = setTimeout(async () => {
        const found = await work(key, edit)
        if (asked === key) say(found)
      }, restAfter)
    },
    forget() {
      asked = null
      clearTimeout(timer)
    },
  }
}
