import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { toBase64Url } from './base64url.ts'
import { crc32 } from './checksum.ts'
import { decodeLink, encodeLink, fitsInLink, linkTextLimit } from './link.ts'

// Only for a machine that does much else at the same time.
vi.setConfig({ testTimeout: 60_000 })

const utf8 = (text: string) => new TextEncoder().encode(text)

async function textOf(payload: string): Promise<string> {
  const decoded = await decodeLink(payload)
  if (!decoded.ok) throw new Error(decoded.problem.code)
  return decoded.text
}

async function problemOf(payload: string): Promise<string | null> {
  const decoded = await decodeLink(payload)
  return decoded.ok ? null : decoded.problem.code
}

/** Small words from a count, so that a plan of any size repeats itself no more than people do. */
function planOf(tasks: number): string {
  const verbs = ['Paint', 'Check', 'Measure', 'Rebuild', 'Order', 'Describe', 'Tow']
  const things = ['the ferry', 'ramp number', 'timetable', 'both engines', 'the signal mast', 'a rope of length']
  const lines = Array.from({ length: tasks }, (_, at) => {
    const verb = verbs[(at * 5 + (at >> 3)) % verbs.length]
    return `- [${at % 4 === 0 ? 'x' : ' '}] ${verb} ${things[(at * 11 + (at >> 2)) % things.length]} ${at * 37}`
  })
  return `# Harbour plan\n\n## Tasks\n\n${lines.join('\n')}\n`
}

describe('a link', () => {
  test.each([
    ['1 task', planOf(1)],
    ['60 tasks', planOf(60)],
    ['500 tasks', planOf(500)],
    ['nothing', ''],
    ['one letter', 'a'],
    ['CRLF line ends', '# Plan\r\n\r\n- [ ] One\r\n- [ ] Two\r\n'],
    ['mixed and stray line ends', '# Plan\r- [ ] One\n\r\n- [x] Two\r\r\n'],
    ['a BOM', '\uFEFF# Plan\n'],
    ['two BOMs', '\uFEFF\uFEFF# Plan\n'],
    ['other scripts', '# План 計画 خطة\n\n- [√] Größe prüfen 😀 👩‍👩‍👧 e\u0301\n'],
    ['NUL and other control characters', 'a\u0000b\u0007\u001b[31m\u2028\u2029\uFFFF'],
    ['one line of 300,000 characters', 'ferry'.repeat(60_000)],
    ['the example', examplePlan],
  ])('brings back %s byte for byte', async (_name, text) => {
    expect(await textOf(await encodeLink(text))).toBe(text)
  })

  test('has U+FFFD for half a character, as a saved file has', async () => {
    expect(await textOf(await encodeLink('a\uD83Db\uDE00'))).toBe('a\uFFFDb\uFFFD')
  })

  test('has only characters that a URL fragment carries as they are', async () => {
    expect(await encodeLink(examplePlan)).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  test('is not made for a text that is too long to be opened again', async () => {
    const largest = 'é'.repeat(linkTextLimit / 2)
    expect(fitsInLink(largest)).toBe(true)
    expect(fitsInLink(`${largest}.`)).toBe(false)
    await expect(encodeLink(`${largest}.`)).rejects.toThrow(RangeError)
  })
})

describe('links that were made before', () => {
  // Never change these: people keep links for years. What a newer Braid writes may differ, what it reads may not.
  test.each([
    ['w', '1wrbCK7dixAAAAAIAwf-sweqYxMANmwAyYATNgBsyAGTADZsAMmAEzYAbMgBkwM8FM', 4505, 0x1cadb08a],
    ['a', '1aXCsM7diBDAAAAIAwf-s82jVOAAkgASSABJAAEkACSAAJIAEkgASQABJAAkgACSABPAtg', 5122, 0x8c5c2b0c],
    ['m', '1mvvLQ7diBDAAAAIAwf-s82jVOgAkwASbABJgAE2ACTIAJMAEmwASYABNgAkyACTABJsAE-CrAAQ', 5634, 0x7ebef2d0],
    ['d', '1dfXHI7dixAAAAAIAwf-s0OqYxaA2toTW0htbQGlpDa2gNraE1tIbW0BpaQ2toDa2hNbSG1tB6g9YB', 5813, 0x9b7d71c8],
    ['l', '1l8HUE7dmBAAAAAIAgf-sJNogjlsSSWBJLYkksiSWxJJbEklgSS2JJLIklsSSWxJJYEktiSSyJJbEklsSSzpIC', 6732, 0x61f07504],
    [
      's',
      '1sWBm27dmBAAAAAIAgf-tBjiM0ikbRKBpFo2gUjaJRNIpG0SgaRaNoFI2iUTSKRtEoGkWjaBSNolE0ikbRKBod0Gg',
      7451,
      0xa35819b6,
    ],
    [
      'w with edits',
      '1wg3Ve7dshCgAgDIXhuxkED2IThFk8vm8gaxZBMPx9LG3le7wDzJTRfChXEzan3v0B4Jl7nplveCaCW-2MKw7jVaCoqMJ2_wCmgWlgGpgGpoFpYBqYBqaBaWAamAamgWlgms-ZZgE',
      4519,
      0x8483755e,
    ],
  ])('still open: %s', async (_name, payload, length, crc) => {
    const text = await textOf(payload)
    expect([text.length, crc32(utf8(text))]).toEqual([length, crc])
  })

  test("still open: words of one's own", async () => {
    expect(await textOf('1pGVe1Uwb1XIDlJmTKjZeLFxoqAaCmPSTNpRYBy7VHs7e839EPCQzwoAA0TUJGwMBDc7wA')).toBe(
      '# Harbour plan\r\n\r\n- [x] Paint the ferry ⛴️\n- [ ] Agree on the timetable\r',
    )
    expect(await textOf('1pAAAAAwA')).toBe('')
  })
})

describe('a link that is not what it was', () => {
  test('says that its end is missing, wherever it was cut', async () => {
    const payload = await encodeLink(examplePlan)
    for (let length = 0; length < payload.length; length++) {
      expect([length, await problemOf(payload.slice(0, length))]).toEqual([length, 'link-cut'])
    }
  })

  test('gives no other text when one character is another', async () => {
    const text = renderTemplate(templates[0] ?? expect.fail()).replace('[Project Name]', 'Island Ferry Booking')
    const payload = await encodeLink(text)
    for (let at = 0; at < payload.length; at++) {
      for (const letter of 'Az09-_') {
        const decoded = await decodeLink(payload.slice(0, at) + letter + payload.slice(at + 1))
        if (decoded.ok) expect(decoded.text).toBe(text)
      }
    }
  })

  test.each(['1w/+', '1wAAAA=', '1wAAAA AAA', '1w%41AAAA', '1wÄAAAA', '😀'])('%j is broken', async payload => {
    expect(await problemOf(payload)).toBe('link-broken')
  })

  test('opens all the same when characters were added behind its end', async () => {
    expect(await textOf(`${await encodeLink(examplePlan)}and-more`)).toBe(examplePlan)
  })

  test('says that it is newer when its version or its dictionary is unknown', async () => {
    const payload = await encodeLink(examplePlan)
    expect(await problemOf(`2${payload.slice(1)}`)).toBe('link-newer-version')
    expect(await problemOf(`1z${payload.slice(2)}`)).toBe('link-newer-version')
  })

  test('is broken when the checksum is right but the bytes are no UTF-8', async () => {
    expect(await problemOf(payloadOf(Uint8Array.of(0x61, 0xff)))).toBe('link-broken')
    expect(await problemOf(payloadOf(utf8('fine')))).toBeNull()
  })

  test('says in its message what is safe and what to do next', async () => {
    for (const payload of ['', '1w/', '2w', `1w${'A'.repeat(4_000_000)}`]) {
      const decoded = await decodeLink(payload)
      if (decoded.ok) expect.fail()
      expect(decoded.problem.message).toMatch(/^This link .* Nothing was opened, and your own plans are untouched\. /)
      expect(decoded.problem.message).toMatch(/the plan as a file\.$/)
      expect(decoded.problem.span).toBeNull()
    }
  })
})

describe('a link that unpacks to too much', () => {
  test('is refused above 2 MiB, not at 2 MiB', async () => {
    expect(await problemOf(payloadOf(new Uint8Array(linkTextLimit).fill(97)))).toBeNull()
    expect(await problemOf(payloadOf(new Uint8Array(linkTextLimit + 1).fill(97)))).toBe('link-too-big')
  })

  test('is refused in less than 500 ms and 64 MB when it would be 1 GiB', async () => {
    const mebibyte = deflateRawSync(new Uint8Array(2 ** 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
    const bomb = Buffer.concat([Buffer.alloc(3), ...Array.from({ length: 1024 }, () => mebibyte), Buffer.of(3, 0)])
    const payload = `1p${toBase64Url(bomb)}`
    expect(payload.length).toBeGreaterThan(1_300_000)
    const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().external
    const before = memory()
    const times: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now()
      expect(await problemOf(payload)).toBe('link-too-big')
      times.push(performance.now() - start)
    }
    expect(Math.min(...times)).toBeLessThan(500)
    expect(memory() - before).toBeLessThan(64 * 2 ** 20)
  })

  test('is refused at once when it is itself too long', async () => {
    expect(await problemOf(`1p${'A'.repeat(3 * 2 ** 20)}`)).toBe('link-too-big')
  })
})

/** A link without a dictionary's words in it, written by zlib. */
function payloadOf(bytes: Uint8Array): string {
  const crc = crc32(bytes)
  const checksum = Uint8Array.of(crc >>> 16, crc >>> 8, crc)
  return `1p${toBase64Url(Buffer.concat([checksum, deflateRawSync(bytes)]))}`
}
