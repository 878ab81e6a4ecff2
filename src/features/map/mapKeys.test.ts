import { expect, test } from 'vitest'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { layoutMap } from './layoutMap.ts'
import { mapGraph } from './mapGraph.ts'
import { boxBeside } from './mapKeys.ts'

const id = (number: number) => number as NodeId
const box = (x: number, y: number) => ({ x, y, width: 208, height: 76 })
/** 1 above 2, and 3 to the right of 2. */
const boxes = new Map([
  [id(1), box(0, 0)],
  [id(2), box(0, 96)],
  [id(3), box(300, 96)],
])

test('each arrow key goes to the nearest box that way', () => {
  expect(boxBeside(id(1), 'down', boxes)).toBe(2)
  expect(boxBeside(id(2), 'up', boxes)).toBe(1)
  expect(boxBeside(id(2), 'right', boxes)).toBe(3)
  expect(boxBeside(id(3), 'left', boxes)).toBe(2)
})

test('where nothing stands that way it stays', () => {
  expect(boxBeside(id(1), 'up', boxes)).toBe(null)
  expect(boxBeside(id(1), 'left', boxes)).toBe(null)
})

test.each(templates)('from the first box of $id the arrow keys reach every other one', template => {
  const plan = parsePlan(renderTemplate(template))
  const { boxes } = layoutMap(mapGraph(plan, resolveDependencies(plan)), plan.phases)
  const reached = new Set([...boxes.keys()].slice(0, 1))
  for (const at of reached) {
    for (const direction of ['up', 'down', 'left', 'right'] as const) {
      const next = boxBeside(at, direction, boxes)
      if (next !== null) reached.add(next)
    }
  }
  expect(reached.size).toBe(boxes.size)
})
