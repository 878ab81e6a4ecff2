import { describe, expect, test } from 'vitest'
import type { NodeId } from '#plan/plan.ts'
import { cardAt, indexAt, placeOf, type Slot, type SlotLists, stepSlot, withoutCarried } from './dragSlots.ts'

const id = (number: number) => number as NodeId
const [a, b, c] = [id(1), id(2), id(3)]

describe('indexAt', () => {
  const extents = [
    { start: 0, end: 40 },
    { start: 46, end: 146 },
    { start: 152, end: 192 },
  ]

  test('a card is passed at its middle, however tall it is', () => {
    expect(indexAt(extents, -100)).toBe(0)
    expect(indexAt(extents, 19)).toBe(0)
    expect(indexAt(extents, 21)).toBe(1)
    expect(indexAt(extents, 95)).toBe(1)
    expect(indexAt(extents, 97)).toBe(2)
    expect(indexAt(extents, 9999)).toBe(3)
  })

  test('an empty column takes the card at its top', () => {
    expect(indexAt([], 50)).toBe(0)
  })

  test('agrees with counting in a column of a thousand cards', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ start: index * 50, end: index * 50 + 44 }))
    for (const y of [0, 22, 23, 24_999, 25_021, 25_023, 60_000]) {
      expect(indexAt(many, y)).toBe(many.filter(({ start, end }) => (start + end) / 2 <= y).length)
    }
  })

  test('the card under the pointer is none in the gaps', () => {
    expect(cardAt(extents, 20)).toBe(0)
    expect(cardAt(extents, 43)).toBeNull()
    expect(cardAt(extents, 46)).toBe(1)
    expect(cardAt(extents, -1)).toBeNull()
    expect(cardAt(extents, 193)).toBeNull()
  })
})

test('the places just above and just below the carried card are where it lies', () => {
  expect(withoutCarried(2, 2)).toBe(2)
  expect(withoutCarried(3, 2)).toBe(2)
  expect(withoutCarried(4, 2)).toBe(3)
  expect(withoutCarried(4, -1)).toBe(4)
})

describe('placeOf', () => {
  const slot = (index: number, parent: NodeId | null = null): Slot => ({ stream: id(10), parent, index })

  test('names the card that will follow, else the last one, else the stream', () => {
    expect(placeOf(slot(0), [a, b])).toEqual({ before: a })
    expect(placeOf(slot(1), [a, b])).toEqual({ before: b })
    expect(placeOf(slot(2), [a, b])).toEqual({ after: b })
    expect(placeOf(slot(0), [])).toEqual({ in: id(10) })
  })

  test('a card that nothing else is nested in has no place to name', () => {
    expect(placeOf(slot(0, c), [])).toBeNull()
  })
})

describe('stepSlot', () => {
  const nested = id(4)
  const [first, second, third] = [id(10), id(11), id(12)]
  // The first stream holds a, b with one more nested in b, and c; the second nothing; the third a single card.
  const lists: SlotLists = {
    streams: [first, second, third],
    othersIn: ({ stream, parent }) => {
      if (parent === b) return [nested]
      return stream === first ? [a, b, c] : stream === third ? [id(5)] : []
    },
    parentOf: card => (card === nested ? b : null),
  }
  const at = (stream: NodeId, index: number, parent: NodeId | null = null): Slot => ({ stream, parent, index })

  test('up and down stay within the column and stop at its ends', () => {
    expect(stepSlot(at(first, 1), 'up', lists)).toEqual(at(first, 0))
    expect(stepSlot(at(first, 0), 'up', lists)).toEqual(at(first, 0))
    expect(stepSlot(at(first, 2), 'down', lists)).toEqual(at(first, 3))
    expect(stepSlot(at(first, 3), 'down', lists)).toEqual(at(first, 3))
  })

  test('left and right keep the height as far as the other column reaches', () => {
    expect(stepSlot(at(first, 2), 'right', lists)).toEqual(at(second, 0))
    expect(stepSlot(at(third, 1), 'left', lists)).toEqual(at(second, 0))
    expect(stepSlot(at(third, 1), 'right', lists)).toEqual(at(third, 1))
    expect(stepSlot(at(first, 2), 'left', lists)).toEqual(at(first, 2))
  })

  test('home and end go to the ends of the column', () => {
    expect(stepSlot(at(first, 2), 'first', lists)).toEqual(at(first, 0))
    expect(stepSlot(at(first, 0), 'last', lists)).toEqual(at(first, 3))
  })

  test('a nested card leaves its card at either end, and by going aside', () => {
    expect(stepSlot(at(first, 1, b), 'up', lists)).toEqual(at(first, 0, b))
    expect(stepSlot(at(first, 0, b), 'up', lists)).toEqual(at(first, 1))
    expect(stepSlot(at(first, 1, b), 'down', lists)).toEqual(at(first, 2))
    expect(stepSlot(at(first, 0, b), 'right', lists)).toEqual(at(second, 0))
  })
})
