import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPayload, linkAddress, payloadInText } from './linkAddress.ts'

const payload = '1pGVe1Uwb1XIDlJmTKjZeLFx-qAaCmPSTNpRYBy7VHs7e839EPCQzwoA_0TUJGwMBDc7wA'
const address = `https://plans.example/team/#/l/${payload}`
const half = [payload.slice(0, 30), payload.slice(30)]

describe('the address of a link', () => {
  test('is on the same site and in the same folder, whatever is open there', () => {
    for (const page of ['', 'index.html', '#/plan/abc?panel=share', '?from=mail#/', '#/l/1pAAAA']) {
      const site = `https://plans.example/team/${page === 'index.html' ? page : ''}`
      expect(linkAddress(`https://plans.example/team/${page}`, payload)).toBe(`${site}#/l/${payload}`)
    }
  })

  test.each([
    ['a full stop behind it', `${payload}.`],
    ['brackets around it', `<${payload}>`],
    ['the end of a sentence in brackets', `${payload}).`],
    ['escapes', payload.replaceAll('-', '%2D').replaceAll('_', '%5f')],
    ['a line break inside', half.join('\r\n')],
    ['a line break in a quoted mail', half.join('\n> > ')],
    ['a blank escaped', half.join('%20')],
    ['something that cannot be seen', half.join('\u200B')],
    ['what a tracker appends', `${payload}?fbclid=IwAR0&x=1`],
  ])('is read with %s', (_, raw) => {
    expect(cleanPayload(raw)).toBe(payload)
    expect(payloadInText(address.replace(payload, raw))).toBe(payload)
  })

  test('is known when it is pasted alone, and not within other words', () => {
    expect(payloadInText(`  <${address}>\n`)).toBe(payload)
    for (const text of [
      `Look: ${address}`,
      `${address} is mine`,
      `# Plan\n\n- [ ] ${address}\n`,
      'https://a.example/',
      '',
    ]) {
      expect(payloadInText(text)).toBeNull()
    }
  })

  test('leaves a payload as it is, and never throws', () => {
    const letters = fc.constantFrom(...'ABYZabyz0189-_')
    fc.assert(fc.property(fc.string({ unit: letters }), value => cleanPayload(value) === value))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), value => typeof cleanPayload(value) === 'string'))
  })
})
