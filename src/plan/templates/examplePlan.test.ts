import { expect, test } from 'vitest'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { examplePlan } from './examplePlan.ts'

const plan = parsePlan(examplePlan)
const streams = plan.phases.flatMap(phase => phase.streams)

test('the example leaves nothing odd, nothing to fill in and no dependency in doubt', () => {
  const { links, cycles } = resolveDependencies(plan)
  expect(plan.dialect).toBe('native')
  expect(plan.problems).toEqual([])
  expect(plan.placeholders).toEqual([])
  expect(links.filter(link => link.confidence !== 'certain')).toEqual([])
  expect(cycles).toEqual([])
})

test('the example shows what a plan can hold: work in every state, gates, a partial wait and an unknown estimate', () => {
  const tasks = streams.flatMap(stream => stream.tasks)
  expect(new Set(tasks.map(task => task.state))).toEqual(new Set(['open', 'active', 'done', 'cancelled']))
  expect(new Set(tasks.map(task => task.priority))).toEqual(new Set(['critical', 'high', 'medium', 'low']))
  expect(plan.integrationPoints.map(point => point.after)).toEqual([{ phase: '1' }, { phase: '2' }, 'final'])
  expect(streams.flatMap(stream => stream.dependencies).some(reference => reference.qualifier)).toBe(true)
  expect(streams.filter(stream => stream.estimate === null).map(stream => stream.name)).toEqual(['Harbour Office'])
})
