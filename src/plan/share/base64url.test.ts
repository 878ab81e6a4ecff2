import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64Url, isBase64Url, toBase64Url } from './base64url.ts'

describe('base64url', () => {
  test('is what other tools write, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const text = toBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(isBase64Url(text)).toBe(true)
        expect(fromBase64Url(text)).toEqual(bytes)
      }),
    )
  })

  test.each(['a=', 'a+', 'a/', 'a b', 'a%2D', 'é', '😀', 'a\n'])('%j is none', text => {
    expect(isBase64Url(text)).toBe(false)
  })
})
