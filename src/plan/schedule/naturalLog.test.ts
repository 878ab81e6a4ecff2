import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naturalLog } from './naturalLog.ts'

test('it is the natural logarithm', () => {
  expect(naturalLog(1)).toBe(0)
  expect(naturalLog(Math.E)).toBeCloseTo(1, 15)
  expect(naturalLog(2)).toBe(Math.LN2)
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), x => {
      const known = Math.log(x)
      expect(Math.abs(naturalLog(x) - known)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(known))
    }),
    { numRuns: 2_000 },
  )
})

test('its last bit is the same for ever', () => {
  const sum = Array.from({ length: 1_000 }, (_, at) => naturalLog((at + 1) / 1_001)).reduce((total, one) => total + one)
  expect(sum).toBe(-996.6266008270578)
})
