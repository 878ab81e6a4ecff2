import { addPhase } from '#plan/edit/addPhase.ts'
import { rewriteCommands } from '#plan/edit/rewriteCommands.ts'
import { type Finding, findingAt } from '#plan/review/finding.ts'
import type { ReviewContext } from '#plan/review/reviewContext.ts'

/** The commands start a phase that the plan does not have. */
export function findPhasesOnlyInCommands({ plan, commands, phaseByNumber }: ReviewContext): readonly Finding[] {
  const count = plan.phases.length
  return commands.flatMap(({ number, name, steps }): Finding[] => {
    const [step] = steps
    if (step === undefined || phaseByNumber.has(number)) return []
    const isNext = Number(number) === count + 1 && phaseByNumber.has(String(count))
    const plainName = name.replace(/\s*\(.*$/, '')
    const message = `The commands run a Phase ${number} that the plan does not have. Its work has no streams, tasks or hours.`
    const fix =
      isNext && plainName
        ? { label: `Add Phase ${number}`, edit: (current: typeof plan) => addPhase(current, plainName) }
        : null
    return [findingAt('phase-only-in-commands', step.id, message, { fix })]
  })
}

/** A parallel command starts more or fewer workers than its phase has streams. */
export function findDifferingCommands({ plan, commands, phaseByNumber }: ReviewContext): readonly Finding[] {
  return commands.flatMap(({ number, steps }): Finding[] => {
    const phase = plan.phases[phaseByNumber.get(number) ?? -1]
    const [step] = steps
    if (!phase || !step || phase.streams.length === 0 || !steps.some(({ parallel }) => parallel)) return []
    const prompts = steps.reduce((total, { prompts }) => total + prompts.length, 0)
    const streams = phase.streams.length
    if (prompts === streams) return []
    const left =
      prompts < streams ? 'Some work would not be started.' : 'Some work would be started twice or is not planned.'
    const message = `The commands of Phase ${number} start ${prompts} at once, but it has ${streams} ${streams === 1 ? 'stream' : 'streams'}. ${left}`
    const edit = (current: typeof plan) => rewriteCommands(current, phase.id)
    // Commands in a form of their own cannot be taken apart.
    const fix = edit(plan).ok ? { label: `Update commands of Phase ${number}`, edit } : null
    return [findingAt('commands-differ', step.id, message, { others: [phase.id], fix })]
  })
}
