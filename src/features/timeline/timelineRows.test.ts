import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { schedulePlan, usualOptions } from '#plan/schedule/schedulePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { type Grouping, timelineRows } from './timelineRows.ts'

const text = `# Two phases

## Phase 1: First

### Stream A: Known
**Estimated Time:** 4-6 hours
- [ ] one

### Stream B: Unknown
- [ ] two

## Phase 2: Then

### Stream C: Last
**Estimated Time:** 3 hours
- [ ] three

## Sequential Integration Points

### Integration 1: Halfway (After Phase 1)
- [ ] checked

### Integration 2: Done (Final)
- [ ] checked
`

function rowsOf(markdown: string, grouping: Grouping, workers = 1) {
  const plan = parsePlan(markdown)
  return timelineRows(plan, schedulePlan(plan, { ...usualOptions, workers }), null, grouping)
}

test('rows stand in the order of the plan, each gate after its phase', () => {
  expect(rowsOf(text, 'phase').map(row => row.title)).toEqual([
    'Phase 1: First',
    'A: Known',
    'B: Unknown',
    'Halfway',
    'Phase 2: Then',
    'C: Last',
    'Done',
  ])
})

test('by worker, rows stand in the order in which they are done', () => {
  const titles = rowsOf(text, 'worker', 2).map(row => row.title)
  expect(titles).toEqual(['Worker 1', 'A: Known', 'C: Last', 'Worker 2', 'B: Unknown', 'Gates', 'Halfway', 'Done'])
})

test('assumed hours are marked and never 0, and a phase spans its streams', () => {
  const [phase, known, unknown] = rowsOf(text, 'phase', 2)
  expect(known).toMatchObject({ hours: '4-6 h', isAssumed: false, start: 0, finish: 5 })
  expect(unknown).toMatchObject({ hours: 'assumed 4 h', isAssumed: true, start: 0, finish: 4, slack: 1 })
  expect(phase).toMatchObject({ start: 0, finish: 5, note: '2 streams' })
})

test('every stream and gate of the templates has its row, in both groupings', () => {
  for (const template of templates) {
    const plan = parsePlan(renderTemplate(template))
    const nodes = [...plan.phases.flatMap(phase => phase.streams), ...plan.integrationPoints].map(node => node.id)
    for (const grouping of ['phase', 'worker'] as const) {
      const rows = rowsOf(renderTemplate(template), grouping, 3)
      const shown = rows.flatMap(row => (row.kind === 'group' ? [] : [row.id]))
      expect(shown.toSorted((a, b) => a - b)).toEqual(nodes.toSorted((a, b) => a - b))
      expect(new Set(rows.map(row => row.key)).size).toBe(rows.length)
      for (const row of rows) if (row.kind === 'stream') expect(row.finish).toBeGreaterThan(row.start)
    }
  }
})
