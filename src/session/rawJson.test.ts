import { expect, test } from 'vitest'
import { rawJson } from './rawJson.ts'

test('whatever lies in the store can be downloaded as JSON', () => {
  const circle: unknown[] = []
  circle.push(circle)
  const values = [{ text: 'words' }, undefined, 7n, new Map([[1, 'x']]), new Uint8Array([1, 2]), circle, Number.NaN]
  expect(JSON.parse(rawJson(values))).toEqual([{ text: 'words' }, null, '7', [[1, 'x']], [1, 2], '', null])
})
