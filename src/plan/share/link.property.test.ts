import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { decodeLink, encodeLink } from './link.ts'

// Only for a machine that does much else at the same time.
vi.setConfig({ testTimeout: 60_000 })

const codes = ['link-cut', 'link-broken', 'link-too-big', 'link-newer-version']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
const letter = fc.constantFrom(...letters)

const texts = ['', '# Plan\n\n- [ ] One task\n', examplePlan, ...templates.map(template => renderTemplate(template))]

describe('links', () => {
  test('bring any text back', async () => {
    const words = fc.array(fc.constantFrom('- [ ] ', '\r\n', '\n', 'Create', ' the contract', '## ', '計', '😀'))
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      words.map(parts => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async value => {
        expect(await decodeLink(await encodeLink(value))).toEqual({ ok: true, text: value })
      }),
      { numRuns: 200 },
    )
  })

  test('10,000 random, cut and changed ones give a problem or the very text, and never throw', async () => {
    const known = await Promise.all(texts.map(async text => ({ text, payload: await encodeLink(text) })))
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
    const change = fc.record({ place, kind: fc.constantFrom('cut', 'letter', 'drop', 'add', 'swap'), letter })
    const random = fc.tuple(
      fc.constantFrom('', '1', '1p', '1w', '1s'),
      fc.oneof(fc.string({ unit: letter, maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 60 })),
    )
    const foreign = random.map(([start, rest]) => ({ text: null, payload: start + rest }))
    const changed = fc
      .tuple(fc.constantFrom(...known), fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([{ text, payload }, changes]) => ({ text, payload: changes.reduce(changedAt, payload) }))
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(foreign, { arbitrary: changed, weight: 3 }), async ({ text, payload }) => {
        const decoded = await decodeLink(payload)
        if (decoded.ok) expect(text === null ? texts : [text]).toContain(decoded.text)
        else {
          refused++
          expect(codes).toContain(decoded.problem.code)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(refused).toBeGreaterThan(8000)
  })
})

interface PayloadChange {
  readonly place: number
  readonly kind: string
  readonly letter: string
}

function changedAt(payload: string, { place, kind, letter: other }: PayloadChange): string {
  const at = Math.floor(place * payload.length)
  const [before, after] = [payload.slice(0, at), payload.slice(at)]
  if (kind === 'cut') return before
  if (kind === 'letter') return before + other + after.slice(1)
  if (kind === 'drop') return before + after.slice(1)
  if (kind === 'add') return before + other + after
  return after + before
}
