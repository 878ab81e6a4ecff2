import { describe, expect, test } from 'vitest'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { crc32 } from './checksum.ts'
import { closestDictionary, dictionaries } from './dictionaries.ts'

/** Size and CRC-32 of each dictionary. docs/format-link.md has the same table. */
const frozen: Record<string, readonly [number, number]> = {
  p: [11782, 0x4062ed93],
  w: [16287, 0x7b84709f],
  a: [16904, 0xb1a3b15a],
  m: [17416, 0x2948ff1b],
  d: [17595, 0x0f2b15a5],
  l: [18514, 0x3277abc1],
  s: [19233, 0xa478dfc8],
}

describe('dictionaries', () => {
  test.each(Object.entries(frozen))(
    '%s is byte for byte what it was when the first link was made with it',
    (letter, pin) => {
      const bytes = dictionaries.find(dictionary => dictionary.letter === letter)?.bytes ?? new Uint8Array(0)
      expect(
        [bytes.length, crc32(bytes)],
        `Links made with dictionary "${letter}" can no longer be read. Do not change the numbers here: keep the old text as ` +
          `dictionary "${letter}" and add the new one under a letter of its own (docs/format-link.md, "Dictionaries").`,
      ).toEqual(pin)
    },
  )

  test('each has a letter of its own and fits the 32 KiB that deflate looks back', () => {
    expect(new Set(dictionaries.map(({ letter }) => letter)).size).toBe(dictionaries.length)
    expect(dictionaries.map(({ letter }) => letter)).toEqual(Object.keys(frozen))
    for (const { bytes } of dictionaries) expect(bytes.length).toBeLessThanOrEqual(32768)
  })

  test('a template is closest to its own dictionary, other words to the common ones', () => {
    expect(templates.map(template => closestDictionary(renderTemplate(template)).letter).join('')).toBe('wamdls')
    expect(closestDictionary('# A letter\n\nDear harbour office,\n').letter).toBe('p')
  })
})
