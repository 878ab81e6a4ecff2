import { expect, test } from 'vitest'
import { columnAt, type Edges } from './dragGeometry.ts'

const columns: readonly (readonly [string, Edges])[] = [
  ['A', { left: 24, right: 312, top: 100, bottom: 600 }],
  ['B', { left: 324, right: 612, top: 100, bottom: 600 }],
  ['C', { left: 24, right: 312, top: 700, bottom: 900 }],
]

test('the column under the pointer is the one', () => {
  expect(columnAt(columns, { x: 30, y: 599 })).toBe('A')
  expect(columnAt(columns, { x: 400, y: 300 })).toBe('B')
})

test('in the gap between two columns it is the nearer one', () => {
  expect(columnAt(columns, { x: 315, y: 300 })).toBe('A')
  expect(columnAt(columns, { x: 321, y: 300 })).toBe('B')
})

test('far from every column there is none', () => {
  expect(columnAt(columns, { x: 900, y: 300 })).toBeNull()
  expect(columnAt(columns, { x: 100, y: 650 })).toBeNull()
  expect(columnAt([], { x: 0, y: 0 })).toBeNull()
})
