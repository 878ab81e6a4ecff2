import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeText, changeToJson, invertText, makeChange } from '#plan/change.ts'
import type { LogRecord } from '#storage/planStorage.ts'
import { storedText, storedTextAt } from './storedText.ts'

const edit = fc.record({ at: fc.nat(100), length: fc.nat(4), insert: fc.constantFrom('', 'x', 'ab\n') })

test('a stored plan gives its text at every revision that its log reaches, and at no other', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.nat(12), fc.nat(12), (edits, snapshot, dropped) => {
      const texts = ['one\ntwo\n']
      const log = edits.map(({ at, length, insert }, index): LogRecord => {
        const text = texts[index] ?? ''
        const from = at % (text.length + 1)
        const change = makeChange('', text.length, [{ from, to: Math.min(text.length, from + length), insert }])
        texts.push(changeText(text, change))
        const inverse = changeToJson(invertText(text, change))
        return { revision: index + 1, kind: 'edit', origin: `${index}`, at: 1, change: changeToJson(change), inverse }
      })
      const snapshotRevision = Math.min(snapshot, log.length)
      const oldest = Math.min(dropped, snapshotRevision)
      const kept = log.filter(record => record.revision > oldest)
      const stored = { text: texts[snapshotRevision] ?? '', snapshotRevision, revision: log.length, log: kept }
      expect(storedText(stored)).toBe(texts.at(-1))
      texts.forEach((text, revision) => {
        expect(storedTextAt(stored, revision)).toBe(revision < oldest ? null : text)
      })
      expect(storedTextAt(stored, log.length + 1)).toBeNull()
    }),
    { numRuns: 2_000 },
  )
})
