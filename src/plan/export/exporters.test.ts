import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import type { ExportOptions } from './exporter.ts'
import { exporters } from './exporters.ts'

const everything: ExportOptions = { scope: null, openOnly: false, priorities: true }
const example = parsePlan(examplePlan)

function render(id: string, plan: Plan, options: ExportOptions): string {
  const exporter = exporters.find(each => each.id === id)
  if (!exporter) throw new Error(`No exporter is called ${id}`)
  return exporter.render(plan, options)
}

function golden(name: string): string {
  return readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8')
}

function idOf(plan: Plan, name: string): NodeId {
  for (const id of plan.nodes.keys()) {
    const node = plan.nodes.get(id)
    if (node && 'name' in node && node.name === name) return id
  }
  throw new Error(`Nothing is called ${name}`)
}

test("Markdown is the plan's own text, whatever the options say", () => {
  const odd = 'no plan \r\n\tat all'
  expect(render('markdown', parsePlan(odd), everything)).toBe(odd)
  const options = { scope: idOf(example, 'Payments'), openOnly: true, priorities: false }
  expect(render('markdown', example, options)).toBe(examplePlan)
})

test('a whole plan is a task list under its headings, each gate after its phase', () => {
  expect(render('checklist', example, everything)).toBe(golden('whole-plan.golden.md'))
})

test('a plain checklist has boxes and no Markdown', () => {
  expect(render('plain-checklist', example, everything)).toBe(golden('whole-plan.golden.txt'))
})

test('open only leaves out what is done or cancelled, and headings with nothing left', () => {
  const options = { ...everything, scope: idOf(example, 'Contract & Foundations'), openOnly: true }
  expect(render('checklist', example, options)).toBe(
    [
      '## Phase 1: Contract & Foundations',
      '### Stream A: API Contract',
      '- [ ] Review the contract with the harbour office (Priority: High)',
      '### Stream C: Design System',
      '- [ ] Build form fields, buttons and the seat map as components (Priority: High)\n- [ ] Check contrast and touch targets on three phones (Priority: Medium)\n',
    ].join('\n\n'),
  )
})

test('one stream, without priorities', () => {
  const options = { scope: idOf(example, 'Payments'), openOnly: false, priorities: false }
  expect(render('plain-checklist', example, options)).toBe(
    `Stream E: Payments

[ ] Take card payments through the payment provider
[ ] Refund a cancelled sailing in one step
[ ] Reconcile payments with bookings every night
`,
  )
})

test('one integration point', () => {
  const options = { ...everything, scope: idOf(example, 'Ready to Sail') }
  expect(render('checklist', example, options)).toBe(
    `## Integration 3: Ready to Sail

- [ ] The crew has boarded one full ferry with it
- [ ] Refunds arrive within two days
- [ ] Somebody answers the telephone
`,
  )
})

test('nested tasks keep their place, and a done task stays for the open ones in it', () => {
  const plan = parsePlan('- [x] T1 Outer\n  - [ ] Inner\n  - [x] Over\n- [-] Never\n- Only a note\n')
  expect(render('checklist', plan, everything)).toBe(
    '- [x] T1 Outer\n  - [ ] Inner\n  - [x] Over\n- ~~Never~~\n- Only a note\n',
  )
  expect(render('checklist', plan, { ...everything, openOnly: true })).toBe('- [x] T1 Outer\n  - [ ] Inner\n')
})

test('nothing to list is an empty text', () => {
  const gone = 99_999 as NodeId
  expect(render('checklist', example, { ...everything, scope: gone })).toBe('')
  expect(render('checklist', parsePlan('Just words.\n'), everything)).toBe('')
})
