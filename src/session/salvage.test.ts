import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeToJson, makeChange } from '#plan/change.ts'
import type { RawRecord } from '#storage/planStorage.ts'
import { salvage } from './salvage.ts'

const change = changeToJson(makeChange('Type', 4, [{ from: 4, to: 4, insert: 's' }]))
const log = { key: ['log', 'a', 3], value: { version: 9, change } }
const snapshot = { key: ['snapshot', 'a', 2], value: { version: 9, text: 'word', envelope: { crlf: true } } }

test('the text of a version we do not know is made out, with the edits after it', () => {
  const head = { key: ['head', 'a'], value: { summary: { name: 'Harbour' } } }
  const envelope = { bom: false, crlf: true }
  expect(salvage([head, log, snapshot])).toEqual({ name: 'Harbour', text: 'words', envelope })
})

test('where the snapshot has no text, a backup may have one', () => {
  const backup = { key: ['backup', 'a', 1234, 2, 'edits', 4, 0, 0], value: { text: 'word' } }
  expect(salvage([backup, log, { ...snapshot, value: 7 }])?.text).toBe('words')
})

test('whatever the records are, it gives a text or nothing', () => {
  const key = fc.oneof(fc.constantFrom<unknown>(log.key, snapshot.key, ['head', 'a'], 7, []), fc.anything())
  const record: fc.Arbitrary<RawRecord> = fc.record({ key, value: fc.anything() })
  fc.assert(
    fc.property(fc.array(record), records => {
      const found = salvage(records)
      if (found) expect(typeof found.text).toBe('string')
    }),
  )
})
