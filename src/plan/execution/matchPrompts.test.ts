import { describe, expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { addStream } from '#plan/edit/addStream.ts'
import { deleteStream } from '#plan/edit/deleteStream.ts'
import { moveStream } from '#plan/edit/moveStream.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { compareCommands } from './compareCommands.ts'

/** For each stream the prompt that stands in its place, in the phases that have as many prompts as streams. */
function promptsByPlace(plan: Plan): ReadonlyMap<string, string> {
  const { groups } = compareCommands(plan)
  const found = plan.phases.flatMap(({ id, streams }) => {
    const own = groups.filter(group => group.phase === id).flatMap(group => group.commands)
    const prompts = own.flatMap(command => command.prompts)
    if (prompts.length !== streams.length) return []
    return streams.map((stream, at) => [stream.name, prompts[at]?.words ?? ''] as const)
  })
  return new Map(found)
}

describe.each(templates.map(template => [template.id, parsePlan(renderTemplate(template))] as const))(
  '%s',
  (_, plan) => {
    const right = promptsByPlace(plan)
    const streams = plan.phases.flatMap(phase => phase.streams)

    function expectPrompts(outcome: Outcome): void {
      if (!outcome.ok) return
      const after = applyChange(plan, outcome.change)
      const { prompts } = compareCommands(after)
      const left = after.phases.flatMap(phase => phase.streams).filter(({ name }) => right.has(name))
      expect(Object.fromEntries(left.map(({ id, name }) => [name, prompts.get(id)]))).toEqual(
        Object.fromEntries(left.map(({ name }) => [name, right.get(name)])),
      )
    }

    test('every stream has the prompt that the author wrote for it', () => {
      expect(right.size).toBeGreaterThanOrEqual(6)
      const { prompts } = compareCommands(plan)
      for (const { id, name } of streams) if (right.has(name)) expect(prompts.get(id)).toBe(right.get(name))
    })

    test('a stream takes its prompt along wherever it is moved', { timeout: 60_000 }, () => {
      for (const { id } of streams) {
        for (const other of streams) if (other.id !== id) expectPrompts(moveStream(plan, id, { before: other.id }))
        for (const phase of plan.phases) expectPrompts(moveStream(plan, id, { in: phase.id }))
      }
    })

    test('the others keep their prompts when a stream is deleted or added', () => {
      for (const { id } of streams) expectPrompts(deleteStream(plan, id, 'drop'))
      for (const { id } of plan.phases) expectPrompts(addStream(plan, id, 'Billing and invoices'))
    })
  },
)
