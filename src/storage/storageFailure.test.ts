import { expect, test } from 'vitest'
import { attempt, failureOfError } from './storageFailure.ts'

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'blocked'],
  ['TimeoutError', 'slow'],
  ['UnknownError', 'broken'],
  ['DataCloneError', 'broken'],
])('%s is told as %s', (name, code) => {
  expect(failureOfError(new DOMException('words', name), 'save').code).toBe(code)
})

test('a failed save says what happened, that the plan is safe, and what to do', () => {
  expect(failureOfError(new DOMException('words', 'QuotaExceededError'), 'save').message).toBe(
    'Not saved: there is no room left for this site on this device. Your plan is safe in this tab. Download it, or free some space on this device and try again.',
  )
})

test('a failed read does not speak of a plan in this tab', () => {
  const { message } = failureOfError(new DOMException('words', 'UnknownError'), 'list')
  expect(message).toBe(
    'The list of plans could not be read: the storage of this browser reported an error (UnknownError). Nothing stored was changed. Reload the page and try again.',
  )
})

test.each([null, undefined, 'text', new Error('words')])('whatever is thrown becomes a failure: %s', async thrown => {
  const result = await attempt('open', () => {
    throw thrown
  })
  expect(result).toMatchObject({ ok: false, failure: { code: 'broken' } })
})
