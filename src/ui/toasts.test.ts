import { beforeEach, expect, test } from 'vitest'
import { dismissToast, readingTime, showToast, useToasts } from './toasts.ts'

const messages = () => useToasts.getState().toasts.map(toast => toast.message)

beforeEach(() => useToasts.setState({ toasts: [] }))

test('only the newest three messages are kept', () => {
  for (const message of ['one', 'two', 'three', 'four']) showToast({ message })
  expect(messages()).toEqual(['two', 'three', 'four'])
})

test('a message that stays is not pushed out by those that go', () => {
  showToast({ message: 'A new version of Braid is ready.', stays: true })
  for (const message of ['one', 'two', 'three']) showToast({ message })
  expect(messages()).toEqual(['A new version of Braid is ready.', 'two', 'three'])
})

test('dismissing takes away one message', () => {
  const first = showToast({ message: 'Moved' })
  showToast({ message: 'Moved' })
  dismissToast(first)
  expect(messages()).toEqual(['Moved'])
})

test('a message with a button stays longer', () => {
  const action = { label: 'Undo', onAct: () => {} }
  expect(readingTime({ message: 'Moved', action })).toBeGreaterThan(readingTime({ message: 'Moved' }))
})
