import { expect, test } from 'vitest'
import { crc32 } from './checksum.ts'

test('the checksum is the one that zip, gzip and PNG use', () => {
  const digits = new TextEncoder().encode('123456789')
  expect(crc32(digits)).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
})
