import { expect, test } from 'vitest'
import type { NodeId } from '#plan/plan.ts'
import type { Box } from './layoutMap.ts'
import { routeLines } from './routeLines.ts'

const id = (number: number) => number as NodeId
const box = (x: number, y: number): Box => ({ x, y, width: 200, height: 76 })

/** Points along a path of `M`, `C` and `L` with absolute coordinates. */
function pointsOn(path: string): readonly { readonly x: number; readonly y: number }[] {
  let last = { x: 0, y: 0 }
  return [...path.matchAll(/([MCL])([^MCL]*)/g)].flatMap(([, kind, words = '']) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = words.trim().split(/\s+/).map(Number)
    const [from, to] = [last, kind === 'C' ? { x: e, y: f } : { x: a, y: b }]
    last = to
    return Array.from({ length: 21 }, (_, step) => {
      const t = step / 20
      if (kind !== 'C') return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
      const bezier = (p: number, q: number, r: number, s: number) =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s
      return { x: bezier(from.x, a, c, e), y: bezier(from.y, b, d, f) }
    }).slice(kind === 'M' ? 20 : 0)
  })
}

/** Three columns of three boxes. */
const columns = [0, 300, 600]
const boxes = new Map(
  columns.flatMap((x, column) => [0, 96, 192].map((y, row) => [id(3 * column + row + 1), box(x, y)])),
)
const layout = { boxes, bands: [] }

test('no line runs through a box that it has nothing to do with', () => {
  const lines = [1, 2, 3].flatMap(before =>
    [7, 8, 9].map(after => ({ id: `${before} ${after}`, before: id(before), after: id(after) })),
  )
  for (const { path } of routeLines(lines, layout).values()) {
    for (const { x, y } of pointsOn(path)) {
      const met = [...boxes.values()].filter(
        each => x > each.x + 1 && x < each.x + 199 && y > each.y + 1 && y < each.y + 75,
      )
      expect(met).toEqual([])
    }
  }
})

test('lines that pass one gap, or end at one box, stand apart', () => {
  const lines = [1, 2, 3].map(before => ({ id: `${before}`, before: id(before), after: id(8) }))
  const ways = [...routeLines(lines, layout).values()]
  expect(new Set(ways.map(({ end }) => end.y)).size).toBe(3)
  const passing = ways.flatMap(({ path }) => pointsOn(path).filter(({ x }) => x > 310 && x < 490)).map(({ y }) => y)
  expect(new Set(passing).size).toBe(3)
})

test('a line to what stands further left is drawn, too', () => {
  const beside = routeLines([{ id: 'beside', before: id(1), after: id(3) }], layout).get('beside')
  expect(Math.max(...pointsOn(beside?.path ?? '').map(({ x }) => x))).toBe(0)
  const way = routeLines([{ id: 'back', before: id(7), after: id(1) }], layout).get('back')
  expect(way?.end).toEqual({ x: 0, y: 38 })
  expect(way?.path).toMatch(/^M800 38C/)
})
