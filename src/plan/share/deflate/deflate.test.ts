import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { codeLengths } from './codeLengths.ts'
import { deflate } from './deflate.ts'

// Only for a machine that does much else at the same time.
vi.setConfig({ testTimeout: 60_000 })

const none = new Uint8Array(0)
const utf8 = (text: string) => new TextEncoder().encode(text)

/** zlib, not ours. */
function inflated(deflated: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return new Uint8Array(inflateRawSync(deflated, dictionary.length > 0 ? { dictionary } : {}))
}

describe('deflate', () => {
  test('zlib reads back what was written, with and without a dictionary', () => {
    const repetitive = fc
      .array(fc.constantFrom('- [ ] ', 'a', 'task', '\n', 'é', '計画', '## Phase 1'), { maxLength: 400 })
      .map(parts => utf8(parts.join('')))
    const bytes = fc.oneof(repetitive, fc.uint8Array({ maxLength: 2000 }))
    fc.assert(
      fc.property(bytes, bytes, (text, dictionary) => {
        expect(inflated(deflate(text, dictionary), dictionary)).toEqual(text)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['nothing', none],
    ['one byte', utf8('a')],
    ['one byte, repeated', utf8('a'.repeat(70_000))],
    ['more than one piece', utf8(Array.from({ length: 9000 }, (_, at) => `- [ ] Task ${at * 7919}\n`).join(''))],
    ['every byte', Uint8Array.from({ length: 5000 }, (_, at) => (at * at) >> 3)],
  ])('%s comes back', (_name, bytes) => {
    expect(inflated(deflate(bytes, none), none)).toEqual(bytes)
  })

  test('only the last 32 KiB of a dictionary count, for writer and reader alike', () => {
    const dictionary = utf8(Array.from({ length: 5000 }, (_, at) => `word${at}`).join(' '))
    const text = dictionary.slice(-40_000)
    const deflated = deflate(text, dictionary)
    expect(inflated(deflated, dictionary.subarray(-32768))).toEqual(text)
  })

  test('a text that its dictionary holds costs almost nothing', () => {
    const text = utf8(Array.from({ length: 100 }, (_, at) => `${at * at} harbours`).join(' '))
    expect(deflate(text, text).length).toBeLessThan(24)
  })
})

describe('code lengths', () => {
  test('are a whole prefix code within the limit, shorter for what is more frequent', () => {
    const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 6, max: 15 }), (list, limit) => {
        const lengths = codeLengths(Uint32Array.from(list), limit)
        const used = list.flatMap((count, symbol) => (count > 0 ? [{ count, length: lengths[symbol] ?? 0 }] : []))
        expect(lengths.filter(length => length > 0)).toHaveLength(used.length)
        if (used.length < 2) return
        expect(used.reduce((sum, { length }) => sum + 2 ** -length, 0)).toBe(1)
        expect(Math.max(...used.map(({ length }) => length))).toBeLessThanOrEqual(limit)
        for (const one of used) {
          for (const other of used) if (one.count > other.count) expect(one.length).toBeLessThanOrEqual(other.length)
        }
      }),
    )
  })

  test('more symbols than the limit has codes for are refused', () => {
    expect(() => codeLengths(new Uint32Array(9).fill(1), 3)).toThrow(RangeError)
  })
})
