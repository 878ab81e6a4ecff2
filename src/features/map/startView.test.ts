import { expect, test } from 'vitest'
import type { NodeId } from '#plan/plan.ts'
import { startView } from './startView.ts'

const mapOf = (width: number, height: number, firstBoxY: number) => ({
  bands: [{ phase: null, x: 0, y: 0, width, height }],
  boxes: new Map([[1 as NodeId, { x: 20, y: firstBoxY, width: 208, height: 76 }]]),
})

test('a small map stands in the middle in its own size', () => {
  expect(startView(mapOf(400, 200, 50), 1000, 600)).toEqual({ x: 300, y: 200, zoom: 1 })
})

test('a wider map is made smaller as long as it can be read', () => {
  expect(startView(mapOf(1190, 200, 50), 1000, 600)).toEqual({ x: 24, y: 220, zoom: 0.8 })
})

test('a large map begins at its first stream, in a size to read', () => {
  const { x, y, zoom } = startView(mapOf(5000, 4000, 1000), 1000, 600)
  expect(zoom).toBe(0.85)
  expect(x).toBe(16)
  expect(y + (1000 + 38) * zoom).toBeCloseTo(300)
})

test('nothing beyond its upper end is shown', () => {
  expect(startView(mapOf(5000, 4000, 0), 1000, 600).y).toBe(16)
})
