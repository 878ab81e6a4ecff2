import { expect, test } from 'vitest'
import { createDrawQueue } from './drawQueue.ts'

const turns = (count: number) =>
  Array.from({ length: count }).reduce<Promise<void>>(before => before.then(turn), turn())
const turn = () => new Promise<void>(resolve => setTimeout(resolve))

function queueWithClock() {
  const clock = { now: 0, slow: 0 }
  const queue = createDrawQueue(
    () => clock.slow++,
    () => clock.now,
  )
  return { clock, queue }
}

test('pieces are drawn one at a time, in their order, with a moment for the page between them', async () => {
  const { queue } = queueWithClock()
  const drawn: string[] = []
  for (const name of ['one', 'two', 'three']) queue.add(() => drawn.push(name))
  expect(drawn).toEqual([])
  await turn()
  expect(drawn.length).toBeLessThan(3)
  await turns(4)
  expect(drawn).toEqual(['one', 'two', 'three'])
})

test('after a piece that took too long no other is drawn', async () => {
  const { clock, queue } = queueWithClock()
  const drawn: string[] = []
  queue.add(() => {
    drawn.push('slow')
    clock.now += 1001
  })
  queue.add(() => drawn.push('next'))
  await turns(4)
  queue.add(() => drawn.push('later'))
  await turns(4)
  expect(drawn).toEqual(['slow'])
  expect(clock.slow).toBe(1)
})

test('a piece that goes out of sight before its turn is not drawn', async () => {
  const { queue } = queueWithClock()
  const drawn: string[] = []
  const remove = queue.add(() => drawn.push('gone'))
  queue.add(() => drawn.push('here'))
  remove()
  await turns(4)
  expect(drawn).toEqual(['here'])
})
