import { describe, expect, test } from 'vitest'
import type { Phase, Plan, Task } from '#plan/plan.ts'
import { templateFacts } from '#plan/templates/templateFacts.ts'
import { modelOf, planOfTemplate } from '#plan/templates/templatePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { parsePlan } from './parsePlan.ts'

/** Phases, streams and tasks by name: `1 Build > A API > task, task`. */
function outline(text: string): readonly string[] {
  return parsePlan(text).phases.flatMap(phase => {
    const streams = phase.streams.map(stream => {
      const tasks = stream.tasks.map(task => task.text).join(', ')
      return `${named(phase.number, phase.name)} > ${named(stream.key, stream.name)} > ${tasks}`
    })
    return streams.length > 0 ? streams : [named(phase.number, phase.name)]
  })
}

function named(label: string | null, name: string): string {
  return [label, name || '-'].filter(part => part !== null).join(' ')
}

const firstTask = (text: string): Task | undefined => parsePlan(text).phases[0]?.streams[0]?.tasks[0]
const firstPhase = (text: string): Phase | undefined => parsePlan(text).phases[0]
const firstStream = (text: string) => firstPhase(text)?.streams[0]

describe('the six templates', () => {
  test.each(templates)('$id gives its data back', template => {
    expect(modelOf(parsePlan(renderTemplate(template)))).toEqual(planOfTemplate(template))
  })

  test('hold 45 streams, 256 tasks, 94 checks, 50 references and 19 estimates when read', () => {
    const plans = templates.map(template => parsePlan(renderTemplate(template)))
    const streams = plans.flatMap(plan => plan.phases.flatMap(phase => phase.streams))
    const checks = plans.flatMap(plan => [...plan.integrationPoints.flatMap(point => point.checks), ...plan.criteria])
    expect(streams).toHaveLength(45)
    expect(streams.flatMap(stream => stream.tasks)).toHaveLength(256)
    expect(checks).toHaveLength(94)
    expect(streams.flatMap(stream => stream.dependencies)).toHaveLength(50)
    expect(streams.filter(stream => stream.estimate)).toHaveLength(19)
    expect(templates.map(templateFacts).reduce((sum, facts) => sum + facts.tasks, 0)).toBe(256)
  })
})

describe('F1 title', () => {
  test.each([
    ['# Shop\n', 'Shop'],
    ['# Implementation Plan: [Project Name]\n', '[Project Name]'],
    ['# Plan: Shop #\n', 'Shop'],
    ['Shop\n====\n', 'Shop'],
    ['---\na: b\n---\n\nwords\n\n# Shop\n', 'Shop'],
    ['## Shop\n', null],
    ['## One\n# Shop\n', null],
    ['# Phase 1: Shop\n', null],
    ['# Overview\n', null],
    ['', null],
  ])('%j', (text, title) => {
    expect(parsePlan(text).title).toBe(title)
  })
})

describe('F2 phases', () => {
  test.each([
    ['## Phase 1: Set up (Parallel - Day 1-2)', '1', 'Set up', 'parallel', { from: 1, to: 2 }],
    ['# PHASE 2 - Build (Day 2-5)', '2', 'Build', null, { from: 2, to: 5 }],
    ['### phase 3.1) Ship (Sequential)', '3.1', 'Ship', 'sequential', null],
    ['## Phase 4. Run (sequential, days 3–4)', '4', 'Run', 'sequential', { from: 3, to: 4 }],
    ['## Phase 5 — Rest (Day 7)', '5', 'Rest', null, { from: 7, to: 7 }],
    ['## Phase 6 (Parallel)', '6', '', 'parallel', null],
    ['## Phase 7', '7', '', null, null],
    ['## Phase 8: Build (draft) (Parallel)', '8', 'Build (draft)', 'parallel', null],
    ['## Phase 9: Build (draft)', '9', 'Build (draft)', null, null],
    ['## Phase 10: Build (Parallel) ##', '10', 'Build', 'parallel', null],
  ] as const)('%s', (heading, number, name, mode, days) => {
    expect(firstPhase(`${heading}\n`)).toMatchObject({ number, name, mode, days, implicit: false })
  })

  test.each(['## Phase 2 of the moon', '## Phased 1: x', '## Phase A: x', '## Phase: x'])('%s is none', heading => {
    expect(parsePlan(`${heading}\n\n- [ ] a\n`).dialect).toBe('generic')
  })

  test('tasks right under a phase are a stream that only the model has', () => {
    expect(firstPhase('## Phase 1: A\n\n- [ ] a\n')?.streams).toMatchObject([
      { key: null, name: '', implicit: true, tasks: [{ text: 'a' }] },
    ])
  })
})

describe('F3 streams', () => {
  test.each([
    ['### Stream A: API', 'A', 'API'],
    ['### STREAM bc - Web', 'bc', 'Web'],
    ['### Workstream 12. Ops', '12', 'Ops'],
    ['### Stream D', 'D', ''],
    ['### Stream E (optional)', 'E', '(optional)'],
  ])('%s', (heading, key, name) => {
    expect(firstStream(`${heading}\n`)).toMatchObject({ key, name, implicit: false })
  })

  test.each(['### Stream of words', '### Streams A: x', '### Stream ABC: x', '### Stream A2: x'])(
    '%s is none',
    heading => {
      expect(parsePlan(`${heading}\n- [ ] a\n`).dialect).toBe('generic')
    },
  )

  test('they belong to the phase they stand under or beside, with what stands under them', () => {
    expect(
      outline(
        '## Phase 1: P\n## Stream A: X\n### Stream B: Y\n- [ ] b\n## Stream C: Z\n## Phase 2: Q\n### Stream D: W\n',
      ),
    ).toEqual(['1 P > A X > ', '1 P > B Y > b', '1 P > C Z > ', '2 Q > D W > '])
  })

  test('without a phase they share one', () => {
    expect(outline('# T\n## Stream A: X\n- [ ] a\n## Stream B: Y\n')).toEqual(['- > A X > a', '- > B Y > '])
    expect(firstPhase('## Stream A: X\n')?.implicit).toBe(true)
  })

  test('a phase is one stretch of the file', () => {
    expect(outline('## Phase 1: P\n### Stream A: X\n# Notes\n- [ ] n\n## Stream B: Y\n')).toEqual([
      '1 P > A X > ',
      'Notes > - > n',
      'Notes > B Y > ',
    ])
  })
})

describe('F4 sections', () => {
  test('overview, execution and criteria are found by their headings', () => {
    const plan = parsePlan(
      '## OVERVIEW:\nOne.\n\nTwo.\n\n## Execution commands\n```\nrun "a"\n```\n## Success Criteria\n- [x] b\n\n## Overview\nThree.\n',
    )
    expect(plan.overview).toBe('One.\n\nTwo.')
    expect(plan.execution).toMatchObject([{ prompts: ['a'] }])
    expect(plan.criteria).toMatchObject([{ text: 'b', state: 'done' }])
    expect(plan.phases).toEqual([])
  })

  test('an overview without words is none', () => {
    expect(parsePlan('## Overview\n\n## Phase 1: A\n').overview).toBeNull()
  })
})

describe('F5 integration points', () => {
  test('say what they follow, and count under the section whatever their heading', () => {
    const plan = parsePlan(
      [
        '## Sequential Integration Points',
        '### Integration 1: One (After Phase 1)',
        '- [ ] a',
        '### integration point 2 - Two (final)',
        '### Any words (After Phase 3)',
        '- b',
        '## Integration 3: Outside (After lunch)',
      ].join('\n'),
    )
    expect(plan.integrationPoints.map(({ number, name, after }) => [number, name, after])).toEqual([
      ['1', 'One', { phase: '1' }],
      ['2', 'Two', 'final'],
      [null, 'Any words (After Phase 3)', null],
      ['3', 'Outside (After lunch)', null],
    ])
    expect(plan.integrationPoints.map(point => point.checks.map(check => check.text))).toEqual([['a'], [], ['b'], []])
  })
})

test('F6 headings under a stream are parts of it', () => {
  expect(outline('## Phase 1: P\n### Stream A: X\n#### Notes\n##### Tasks\n- [ ] a\n### Stream B: Y\n')).toEqual([
    '1 P > A X > a',
    '1 P > B Y > ',
  ])
})

describe('F7 fields', () => {
  test.each([
    ['**Estimated Time:** 6 hours\n**Dependencies:** a, b\n', { min: 6, max: 6 }, ['a', 'b']],
    ['**estimate** : 2h\n\nwords\n\n**Depends on**: a\n', { min: 2, max: 2 }, ['a']],
    ['**Blocked by:** a\n**Dependencies:** b\n**Estimate:** soon\n**Estimate:** 2h\n', null, ['a']],
    ['words **Estimate:** 2h\n', null, []],
    ['- [ ] a\n\n**Estimate:** 2h\n', null, []],
    ['**Estimate:** 2h\r**Dependencies:** a\r', { min: 2, max: 2 }, ['a']],
    ['**Dependencies:** *a*\n', null, ['*a*']],
  ])('%j', (fields, estimate, dependencies) => {
    const stream = firstStream(`### Stream A: X\n${fields}`)
    expect(stream?.estimate).toEqual(estimate)
    expect(stream?.dependencies.map(reference => reference.text)).toEqual(dependencies)
  })

  test('a heading without a keyword has them too', () => {
    expect(firstStream('# T\n\n## X\n**Estimate:** 2h\n\n- [ ] a\n')?.estimate).toEqual({ min: 2, max: 2 })
  })
})

describe('F8 dependencies', () => {
  test.each([
    ['a, b; c', [['a'], ['b'], ['c']]],
    ['a (x, y), b', [['a', 'x, y'], ['b']]],
    ['a (b (c))', [['a', 'b (c)']]],
    ['(a)', [['(a)']]],
    [', a,', [['a']]],
    ['None', []],
    ['none.', []],
    ['None (can use mock data initially)', []],
    ['N/A', []],
    ['—', []],
    ['Nonesuch', [['Nonesuch']]],
    ['Node.js 18+', [['Node.js 18+']]],
  ])('%s', (words, names) => {
    const references = firstStream(`### Stream A: X\n**Dependencies:** ${words}\n`)?.dependencies ?? []
    expect(references.map(({ text, qualifier }) => (qualifier === null ? [text] : [text, qualifier]))).toEqual(names)
  })
})

describe('F9 hours', () => {
  test.each([
    ['[4-8] hours', 4, 8],
    ['4–8 hours', 4, 8],
    ['6h', 6, 6],
    ['~1.5 hrs', 1.5, 1.5],
    ['1 to 2 days', 8, 16],
    ['30 minutes', 0.5, 0.5],
    ['1-2 weeks', 40, 80],
    ['4h-8h', 4, 8],
    ['4 hours to 1 day', 4, 8],
    ['30 min - 2 hours', 0.5, 2],
    ['2 weeks with parallel work', 80, 80],
  ])('%s', (words, min, max) => {
    expect(firstStream(`### Stream A: X\n**Estimate:** ${words}\n`)?.estimate).toEqual({ min, max })
  })

  test.each(['TBD', '[4-8]', 'hours', '', '4 houses', 'a week', '4 weeknights'])('%j is unknown', words => {
    expect(firstStream(`### Stream A: X\n**Estimate:** ${words}\n`)?.estimate).toBeNull()
  })
})

describe('F10 and F11 tasks of a stream', () => {
  const tasks = (text: string) => firstStream(`### Stream A: X\n${text}`)?.tasks.map(task => task.text)

  test('are the lists labelled so, with or without boxes', () => {
    expect(tasks('**Deliverables:**\n- [ ] d\n\n**Tasks:**\n- a\n\nwords\n\n* b\n\n**Notes:**\n- [ ] n\n')).toEqual([
      'a',
      'b',
    ])
  })

  test('else those with a checkbox, else those with no other label', () => {
    expect(tasks('- p\n\nwords\n\n- q\n- [ ] a\n')).toEqual(['q', 'a'])
    expect(tasks('**Files:**\n- f\n')).toEqual([])
    expect(tasks('- p\n\n**Files:**\n- f\n')).toEqual(['p'])
  })

  test('another marker begins another list', () => {
    expect(tasks('- p\n* [ ] a\n+ q\n1. [ ] b\n1) r\n')).toEqual(['a', 'b'])
  })
})

describe('F12 tasks elsewhere', () => {
  test('lists with a checkbox, wherever they stand', () => {
    expect(outline('- [ ] a\n\n# T\n- [ ] b\n- p\n\n## X\n- q\n\n## Y\n- [ ] c\n')).toEqual([
      '- > - > a',
      '- > - > b, p',
      '- > Y > c',
    ])
  })

  test('all lists in a file without one', () => {
    expect(outline('# T\n\n## X\n- q\n\n## Y\nwords\n')).toEqual(['- > X > q'])
  })

  test('an empty heading is a stream, also with fields, but not beside numbered phases', () => {
    expect(outline('# T\n\n## X\n\n## Y\n**Estimate:** 2h\n**Dependencies:** X\n\n---\n\n## Z\nwords\n')).toEqual([
      '- > X > ',
      '- > Y > ',
    ])
    expect(outline('## Phase 1: P\n### X\n## Notes\n')).toEqual(['1 P > X > '])
  })
})

describe('F13 phases of a generic file', () => {
  test('outermost headings, where there are streams under them', () => {
    expect(outline('# T\n## One\n- [ ] a\n### X\n- [ ] b\n## Two\n#### Y\n- [ ] c\n')).toEqual([
      'One > - > a',
      'One > X > b',
      'Two > Y > c',
    ])
  })

  test('or one for all', () => {
    const plan = parsePlan('# T\n## One\n- [ ] a\n## Two\n- [ ] b\n')
    expect(plan.phases).toMatchObject([{ implicit: true, number: null, name: '', streams: [{}, {}] }])
  })
})

describe('F14 tasks', () => {
  test.each([
    ['[ ]', 'open', false],
    ['[]', 'open', false],
    ['[~]', 'active', false],
    ['[/]', 'active', false],
    ['[x]', 'done', false],
    ['[X]', 'done', false],
    ['[√]', 'done', false],
    ['[-]', 'cancelled', false],
    ['[ ]*', 'open', true],
    ['[x]*', 'done', true],
  ])('%s', (box, state, optional) => {
    expect(firstTask(`- ${box} a\n`)).toMatchObject({ text: 'a', state, optional })
  })

  test('a plain bullet has no state', () => {
    expect(firstTask('- a\n')?.state).toBeNull()
  })

  test('words are the first paragraph, notes the rest, nested items its children', () => {
    expect(
      firstTask('- [ ] one\n  two\n\n  three\n  - [ ] four\n\n  ```\n  - [ ] five\n  ```\n\n  > - [ ] six\n'),
    ).toMatchObject({
      text: 'one two',
      notes: 'three\n\n```\n- [ ] five\n```\n\n> - [ ] six',
      children: [{ text: 'four' }],
    })
  })

  test('words may stand on the line below the marker', () => {
    expect(firstTask('-\n  [ ] one\n')).toMatchObject({ text: 'one', state: 'open' })
  })

  test('an item that begins with code has notes and no words', () => {
    expect(firstTask('- ```\n  code\n  ```\n')).toMatchObject({ text: '', notes: '```\ncode\n```' })
  })

  test('a heading in an item is its words', () => {
    expect(firstTask('- ## one ##\n')?.text).toBe('one')
  })
})

describe('F15 fields of a task', () => {
  test.each([
    ['T012 a', 'T012', 'a'],
    ['SETUP-001: a', 'SETUP-001', 'a'],
    ['1.2 a', '1.2', 'a'],
    ['**T1** a', 'T1', 'a'],
    ['3. a', '3', 'a'],
    ['T012', null, 'T012'],
    ['TCP a', null, 'TCP a'],
    ['2024 a', null, '2024 a'],
    ['API-key a', null, 'API-key a'],
  ])('key: %s', (words, key, text) => {
    expect(firstTask(`- [ ] ${words}\n`)).toMatchObject({ key, text })
  })

  test('the closing fields stand in any order, each once', () => {
    const fields = ['(Priority: High)', '(2h)', '(depends on T1, T2)']
    for (const order of [fields, fields.toReversed(), [fields[1], fields[0], fields[2]]]) {
      expect(firstTask(`- [ ] T7 [P] a ${order.join(' ')}\n`)).toMatchObject({
        key: 'T7',
        parallel: true,
        text: 'a',
        priority: 'high',
        estimate: { min: 2, max: 2 },
        dependencies: [{ text: 'T1' }, { text: 'T2' }],
      })
    }
    expect(firstTask('- [ ] a (Priority: Low) (Priority: High)\n')).toMatchObject({
      text: 'a (Priority: Low)',
      priority: 'high',
    })
  })

  test.each(['(depends on T1, T2)', '(Depends on: T1, T2)', '(blocked by T1, T2)', '(Blocked by: T1; T2)'])(
    '%s is what it waits for',
    group => {
      expect(firstTask(`- [ ] a ${group}\n`)).toMatchObject({
        text: 'a',
        dependencies: [{ text: 'T1' }, { text: 'T2' }],
      })
    },
  )

  test.each(['(Priority: Huge)', '(note)', '(blocked by)', '(blocked)', '(30 minutes)', '(Day 1)', '(e.g., Prism)'])(
    '%s is words',
    group => {
      expect(firstTask(`- [ ] a ${group}\n`)).toMatchObject({ text: `a ${group}`, priority: null, estimate: null })
    },
  )

  test('other units than hours need a label', () => {
    expect(firstTask('- [ ] a (Estimate: 2 days)\n')?.estimate).toEqual({ min: 16, max: 16 })
  })
})

test('F16 commands with their comments and prompts', () => {
  const text = [
    '## Execution Commands',
    '```bash',
    '# Phase 1:',
    '# parallel',
    'claude --parallel \\',
    '  "one \\"two\\"" \\',
    '  "three"',
    '',
    'claude "four"',
    '```',
  ].join('\n')
  expect(parsePlan(text).execution).toMatchObject([
    { comment: 'Phase 1: parallel', prompts: ['one "two"', 'three'], parallel: true },
    { comment: null, prompts: ['four'], parallel: false },
  ])
})

test('F17 placeholders, wherever they stand', () => {
  const text =
    '# [Project Name]\n\n[Project Name] and [x] [WIP] [a link](u) [Ref Name]: [4-8] `[Code Name]`\n\n```\n[Code Name]\n```\n\n- [ ] [Other Name]\n'
  expect(parsePlan(text).placeholders.map(({ text, spans }) => [text, spans.length])).toEqual([
    ['[Project Name]', 2],
    ['[4-8]', 1],
    ['[Other Name]', 1],
  ])
})

describe('F18 a rule at the end of a section', () => {
  test('belongs to no overview', () => {
    expect(parsePlan('## Overview\n\nOne.\n\n---\n\n## Phase 1: A\n').overview).toBe('One.')
  })

  test('stands after the place of a first task', () => {
    const plan = parsePlan('## Phase 1: A\n### Stream A: X\n**Tasks:**\n\n---\n')
    const spans = plan.spans.get(plan.phases[0]?.streams[0]?.id ?? (0 as never))
    expect(spans?.tasks).toEqual({ from: 41, to: 41 })
  })
})

describe('spans', () => {
  const slices = (plan: Plan, id: Task['id']) =>
    Object.fromEntries(
      Object.entries(plan.spans.get(id) ?? {}).flatMap(([name, span]) =>
        span ? [[name, plan.text.slice(span.from, span.to)]] : [],
      ),
    )

  test('of a task', () => {
    const plan = parsePlan('- [ ] z\n1. [x] T1 [P] one (Priority: High) (2h)\n\n   note\n')
    expect(slices(plan, plan.phases[0]?.streams[0]?.tasks[1]?.id ?? (0 as never))).toEqual({
      whole: '1. [x] T1 [P] one (Priority: High) (2h)\n\n   note\n',
      line: '1. [x] T1 [P] one (Priority: High) (2h)',
      marker: '1. ',
      box: 'x',
      key: 'T1',
      text: 'one',
      priority: '(Priority: High)',
      estimate: '2',
    })
  })

  test('of a phase, a stream and a reference, with any line ends', () => {
    const plan = parsePlan(
      '## Phase 1: P (Day 1)\r### Stream A: X\r\n**Estimate:** [4-8] hours\n**Dependencies:** a (b), c\r- [ ] t\r\n',
    )
    const phase = plan.phases[0]
    const stream = phase?.streams[0]
    expect(slices(plan, phase?.id ?? (0 as never))).toMatchObject({
      line: '## Phase 1: P (Day 1)',
      key: '1',
      text: 'P',
      suffix: '(Day 1)',
    })
    expect(slices(plan, stream?.id ?? (0 as never))).toMatchObject({
      line: '### Stream A: X',
      key: 'A',
      text: 'X',
      estimate: '[4-8]',
      estimateValue: '[4-8] hours',
      dependencies: 'a (b), c',
      tasks: '- [ ] t\r\n',
    })
    expect(slices(plan, stream?.dependencies[0]?.id ?? (0 as never))).toMatchObject({ whole: 'a (b)', text: 'a' })
  })
})

test('tasks nested more than 32 levels deep belong to the notes (F14)', () => {
  let level = firstTask(`- [ ] top\n${nestedItems(40)}`)
  let levels = 0
  for (; level; level = level.children[0]) levels++
  expect(levels).toBe(32)
})

test('a line that opens 50,000 items inside each other is read at once', () => {
  const start = process.cpuUsage()
  const plan = parsePlan(`## Work\n\n${'+ * - '.repeat(16_667)}a\n`)
  const { user, system } = process.cpuUsage(start)
  expect(plan.nodes.size).toBeLessThan(40)
  // In microseconds; 30,000 on an idle machine.
  expect(user + system).toBeLessThan(600_000)
})

function nestedItems(count: number): string {
  return Array.from({ length: count }, (_, index) => `${'  '.repeat(index + 1)}- [ ] level ${index + 2}\n`).join('')
}
