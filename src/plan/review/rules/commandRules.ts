import { addPhase } from '#plan/edit/addPhase.ts'
import type { Finding } from '#plan/review/finding.ts'
import type { ReviewContext } from '#plan/review/reviewContext.ts'

/** The commands start a phase that the plan does not have. */
export function findPhasesOnlyInCommands({ plan, commands }: ReviewContext): readonly Finding[] {
  const numbers = new Set(plan.phases.map(({ number }) => number))
  return commands.flatMap(({ number, name, steps }): Finding[] => {
    if (numbers.has(number)) return []
    const isNext = Number(number) === plan.phases.length + 1 && numbers.has(String(plan.phases.length))
    const plainName = name.replace(/\s*\(.*$/, '')
    return [
      {
        code: 'phase-only-in-commands',
        severity: 'risk',
        node: steps[0]?.id ?? null,
        span: null,
        message: `The commands run a phase ${number}, but the plan has none.`,
        fix:
          isNext && plainName ? { label: `Add phase ${number}`, edit: current => addPhase(current, plainName) } : null,
      },
    ]
  })
}

/** A parallel command starts more or fewer workers than its phase has streams. */
export function findDifferingCommands({ plan, commands }: ReviewContext): readonly Finding[] {
  return commands.flatMap(({ number, steps }): Finding[] => {
    const phase = plan.phases.find(other => other.number === number)
    const prompts = steps.reduce((count, step) => count + step.prompts.length, 0)
    if (!phase || phase.streams.length === 0 || prompts === phase.streams.length) return []
    if (!steps.some(({ parallel }) => parallel)) return []
    return [
      {
        code: 'commands-differ',
        severity: 'risk',
        node: steps[0]?.id ?? null,
        span: null,
        message: `The commands of phase ${number} start ${prompts}, but the phase has ${phase.streams.length} streams.`,
        fix: null,
      },
    ]
  })
}
