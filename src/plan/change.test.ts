import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyChange,
  type Change,
  changeFromJson,
  changeText,
  changeToJson,
  composeChanges,
  invertChange,
  makeChange,
  mapChange,
} from './change.ts'
import { parsePlan } from './parse/parsePlan.ts'

const characters = fc.constantFrom('a', 'b', ' ', '\n', '\r', '- [ ] ', '# ', '√', '😀')
const texts = fc.array(characters, { maxLength: 30 }).map(parts => parts.join(''))

/** A text and a change of up to three places in it. */
function changesOf(text: string) {
  return fc
    .tuple(fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }), fc.array(texts, { minLength: 3, maxLength: 3 }))
    .map(([places, inserts]): Change => {
      const sorted = [...places].sort((a, b) => a - b)
      const edits = inserts.flatMap((insert, at) => {
        const [from, to] = sorted.slice(at * 2, at * 2 + 2)
        return from === undefined || to === undefined ? [] : [{ from, to, insert }]
      })
      return makeChange('Edit', text.length, edits)
    })
}

const textWithTwo = texts.chain(text => fc.tuple(fc.constant(text), changesOf(text), changesOf(text)))

describe('a change', () => {
  test('replaces the places it names and keeps a stray CR', () => {
    const change = makeChange('Edit', 6, [
      { from: 5, to: 6, insert: 'X\rY' },
      { from: 0, to: 1, insert: '' },
    ])
    expect(changeText('abcdef', change)).toBe('bcdeX\rY')
  })

  test('inverted gives the first text back', () => {
    fc.assert(
      fc.property(textWithTwo, ([text, change]) => {
        const before = parsePlan(text)
        const after = applyChange(before, change)
        expect(applyChange(after, invertChange(before, change, after)).text).toBe(text)
      }),
    )
  })

  test('composed with a second does what both do one after the other', () => {
    fc.assert(
      fc.property(
        textWithTwo.chain(([text, first]) =>
          fc.tuple(fc.constant(text), fc.constant(first), changesOf(changeText(text, first))),
        ),
        ([text, first, second]) => {
          const both = composeChanges('Both', first, second)
          expect(changeText(text, both)).toBe(changeText(changeText(text, first), second))
        },
      ),
    )
  })

  test('mapped over another converges, whichever comes first', () => {
    fc.assert(
      fc.property(textWithTwo, ([text, ours, theirs]) => {
        const oursLast = changeText(changeText(text, theirs), mapChange(ours, theirs))
        const theirsLast = changeText(changeText(text, ours), mapChange(theirs, ours, true))
        expect(oursLast).toBe(theirsLast)
      }),
    )
  })

  test('goes through JSON unchanged', () => {
    fc.assert(
      fc.property(textWithTwo, ([text, change]) => {
        const read = changeFromJson(JSON.parse(JSON.stringify(changeToJson(change))))
        expect(read?.label).toBe(change.label)
        expect(read && changeText(text, read)).toBe(changeText(text, change))
      }),
    )
  })

  test('made for a text of another length is refused with the numbers', () => {
    expect(() => changeText('abc', makeChange('Edit', 5, []))).toThrow('5 characters cannot apply to 3')
  })

  test.each([null, 1, 'x', {}, { label: 1, set: [1] }, { label: 'x', set: 'y' }, { label: 'x', set: [-1, ['a', 2]] }])(
    'is not read from %j',
    json => {
      expect(changeFromJson(json)).toBeNull()
    },
  )
})
