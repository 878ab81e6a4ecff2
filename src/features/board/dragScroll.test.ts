import { expect, test } from 'vitest'
import { edgeSpeed } from './dragScroll.ts'

test('nothing scrolls away from the edges', () => {
  expect(edgeSpeed(400, 0, 800)).toBe(0)
  expect(edgeSpeed(56, 0, 800)).toBe(0)
  expect(edgeSpeed(744, 0, 800)).toBe(0)
})

test('the nearer to an edge, the faster, and beyond it no faster still', () => {
  expect(edgeSpeed(40, 0, 800)).toBeLessThan(0)
  expect(edgeSpeed(10, 0, 800)).toBeLessThan(edgeSpeed(40, 0, 800))
  expect(edgeSpeed(-300, 0, 800)).toBe(edgeSpeed(0, 0, 800))
  expect(edgeSpeed(790, 0, 800)).toBeCloseTo(-edgeSpeed(10, 0, 800))
})

test('a small view keeps a middle where nothing scrolls', () => {
  expect(edgeSpeed(50, 0, 100)).toBe(0)
  expect(edgeSpeed(20, 0, 100)).toBeLessThan(0)
})

test('a view of no height scrolls nowhere', () => {
  expect(edgeSpeed(5, 5, 5)).toBe(0)
})
