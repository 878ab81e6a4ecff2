import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFile, encodeFile } from './file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function decoded(bytes: Uint8Array) {
  const file = decodeFile(bytes)
  if (!file.ok) throw new Error(file.problem.message)
  return file
}

describe('opening a file', () => {
  test.each([
    ['a\nb\n', 'a\nb\n', { bom: false, crlf: false }],
    ['a\r\nb\r\n', 'a\nb\n', { bom: false, crlf: true }],
    ['a\r\nb\n', 'a\r\nb\n', { bom: false, crlf: false }],
    ['a\rb\r\n', 'a\rb\n', { bom: false, crlf: true }],
    ['a\r\r\n', 'a\r\n', { bom: false, crlf: true }],
    ['a\r', 'a\r', { bom: false, crlf: false }],
    ['\uFEFFa\r\n', 'a\n', { bom: true, crlf: true }],
    ['\uFEFF', '', { bom: true, crlf: false }],
    ['\uFEFF\uFEFFa', '\uFEFFa', { bom: true, crlf: false }],
    ['', '', { bom: false, crlf: false }],
    ['√ 日本 😀 \u0000', '√ 日本 😀 \u0000', { bom: false, crlf: false }],
  ])('%j keeps in the envelope what is not text', (bytes, text, envelope) => {
    const file = decoded(utf8(bytes))
    expect(file.text).toBe(text)
    expect(file.envelope).toEqual(envelope)
    expect(encodeFile(file.text, file.envelope)).toEqual(utf8(bytes))
  })

  test.each([
    ['Latin 1', [0x66, 0xfc, 0x72]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['half a character', [0x61, 0xe2, 0x88]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
  ])('%s is refused with a message that says what to do', (_name, bytes) => {
    const file = decodeFile(Uint8Array.from(bytes))
    expect(file).toMatchObject({ ok: false, problem: { code: 'not-utf8', span: null } })
    expect(!file.ok && file.problem.message).toContain('Save it as UTF-8')
  })

  test('lines written into a CRLF file end in CRLF', () => {
    expect(encodeFile('a\nnew\nb\n', { bom: false, crlf: true })).toEqual(utf8('a\r\nnew\r\nb\r\n'))
  })

  test('of 10,000 random byte strings each is refused or comes back byte for byte', () => {
    const odd = fc.constantFrom(
      0x0a,
      0x0d,
      0x61,
      0xef,
      0xbb,
      0xbf,
      0xe2,
      0x88,
      0x9a,
      0xf0,
      0x9f,
      0x98,
      0x80,
      0xc3,
      0xbc,
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 24 }),
      fc.array(odd, { maxLength: 24 }).map(codes => Uint8Array.from(codes)),
      fc.string({ unit: 'binary', maxLength: 24 }).map(utf8),
    )
    let opened = 0
    fc.assert(
      fc.property(bytes, bytes => {
        const file = decodeFile(bytes)
        if (!file.ok) return
        opened++
        expect(Buffer.compare(encodeFile(file.text, file.envelope), bytes)).toBe(0)
      }),
      { numRuns: 10_000 },
    )
    expect(opened).toBeGreaterThan(1000)
  })
})
