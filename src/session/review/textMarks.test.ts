import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { reviewPlan } from '#plan/review/reviewPlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { textMarks } from './textMarks.ts'

function marksIn(text: string) {
  const plan = parsePlan(text)
  return textMarks(reviewPlan(plan), plan).map(({ from, to, severity, words }) => ({
    at: text.slice(from, to),
    severity,
    words,
  }))
}

test('a finding is marked at the words it is about', () => {
  const marks = marksIn(
    '# T\n\n## Phase 1: P (Parallel)\n\n### Stream A: First\n**Estimated Time:** 9-2 hours\n- [ ] one\n\n### Stream B: Other\n**Estimated Time:** 2 hours\n**Dependencies:** Stream A\n- [ ] two\n',
  )
  expect(marks.map(({ at }) => at)).toEqual(['9-2', 'Stream A'])
  expect(marks[1]).toMatchObject({ severity: 'risk', words: expect.stringContaining('promises parallel work') })
})

test('what overlaps is one mark with all the words, and the worst of them', () => {
  const plan = parsePlan('# T\n\n- [ ] [Name] of it\n')
  const task = plan.phases[0]?.streams[0]?.tasks[0]
  const details = { key: '', code: 'two-jobs', others: [], fix: null } as const
  const marks = textMarks(
    [
      { ...details, severity: 'note', node: task?.id ?? null, span: null, message: 'one' },
      { ...details, severity: 'risk', node: null, span: { from: 11, to: 17 }, message: 'two' },
      { ...details, severity: 'note', node: null, span: { from: 900, to: 901 }, message: 'beyond the end' },
      { ...details, severity: 'note', node: null, span: null, message: 'about the whole plan' },
    ],
    plan,
  )
  expect(marks).toEqual([{ from: 11, to: 23, severity: 'risk', words: 'one\ntwo' }])
})

test.each(templates)('in "$name" every finding with a place is in some mark, and marks do not overlap', template => {
  const plan = parsePlan(renderTemplate(template))
  const findings = reviewPlan(plan)
  const marks = textMarks(findings, plan)
  for (const finding of findings) {
    if (finding.node === null && finding.span === null) continue
    expect(marks.some(({ words }) => words.split('\n').includes(finding.message))).toBe(true)
  }
  for (const [index, mark] of marks.entries()) expect(mark.from).toBeGreaterThanOrEqual(marks[index - 1]?.to ?? 0)
})
