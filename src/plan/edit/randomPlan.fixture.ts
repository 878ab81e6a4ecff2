import fc from 'fast-check'

/** Texts that are plans: native and generic, tidy and not, with everything in them that has ever confused a reader. */
export function randomPlanText(): fc.Arbitrary<string> {
  const lines = fc.oneof({ weight: 3, arbitrary: nativePlan }, { weight: 2, arbitrary: genericPlan })
  return fc.record({ lines, ends: lineEnds, isOpen: fc.boolean() }).map(({ lines, ends, isOpen }) => {
    const text = lines.map((line, at) => line + (ends[at % ends.length] ?? '\n')).join('')
    return isOpen ? text.replace(/(?:\r\n|\r|\n)$/, '') : text
  })
}

const lineEnds = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['\n']) },
  { weight: 1, arbitrary: fc.constant(['\r\n']) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 }) },
)

const plainWord = fc.constantFrom('Set', 'up', 'the', 'API', 'tests', 'für', '日本', '😀', 'Foo', 'bar')
const oddWord = fc.constantFrom(
  '`code`',
  '**bold**',
  '(note)',
  '[link](u)',
  '[x]',
  '[ ]',
  '# hash',
  '#',
  '1. z',
  '- y',
  'a|b',
  '*',
  '+',
  '>',
  '<b>',
  '---',
  '===',
  '```',
  '\\',
  'None',
  'T012',
  '[P]',
  '(2h)',
  '(Priority: High)',
  '(Priority: low)',
  '(depends on Foo, bar)',
  '(blocked by Foo)',
  '(Day 1)',
  '(Parallel)',
  '[Project Name]',
  '1.2',
  'Phase 2:',
  'Stream B:',
  ',',
  ';',
  ':',
  '\u00a0',
)

/** What a person may type. */
export const typedWords = fc
  .array(fc.oneof({ weight: 4, arbitrary: plainWord }, { weight: 1, arbitrary: oddWord }), {
    minLength: 1,
    maxLength: 5,
  })
  .map(words => words.join(' '))

const tidyWords = fc.array(plainWord, { minLength: 1, maxLength: 4 }).map(words => words.join(' '))
const words = fc.oneof({ weight: 4, arbitrary: tidyWords }, { weight: 1, arbitrary: typedWords })
const taskWords = fc
  .tuple(words, fc.constantFrom('', '', ' (Priority: High)', ' (Priority: critical)', ' (3h) (Priority: Low)', '  '))
  .map(([text, field]) => text + field)

interface Item {
  readonly box: string
  readonly lines: readonly string[]
  readonly notes: readonly string[]
  readonly children: readonly Item[]
  readonly loose: boolean
}

const boxes = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('[ ] ', '[ ] ', '[x] ') },
  { weight: 2, arbitrary: fc.constantFrom('[X] ', '[~] ', '[-] ', '[/] ', '[√] ', '[ ]* ', '[] ') },
  { weight: 2, arbitrary: fc.constant('') },
)
const notes = fc.oneof(
  { weight: 8, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ['', 'a note'],
      ['```', 'code', '- [ ] no task', '```'],
      ['', '    indented'],
      ['> quote'],
      ['', '| a | b |', '|---|---|', '| 1 | 2 |'],
      ['# inner'],
    ),
  },
)

const item: fc.Memo<Item> = fc.memo(depth =>
  fc.record({
    box: boxes,
    lines: fc.oneof(
      { weight: 8, arbitrary: taskWords.map(line => [line]) },
      { weight: 1, arbitrary: fc.tuple(taskWords, taskWords).map(lines => [...lines]) },
      { weight: 1, arbitrary: fc.constant(['']) },
    ),
    notes,
    children:
      depth > 1
        ? fc.oneof(
            { weight: 3, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: fc.array(item(), { maxLength: 3 }) },
          )
        : fc.constant([]),
    loose: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.boolean() }),
  }),
)

interface ListStyle {
  readonly marker: string
  readonly gap: string
  readonly indent: number
  readonly loose: boolean
  readonly tabs: boolean
}

const listStyle: fc.Arbitrary<ListStyle> = fc.record({
  marker: fc.constantFrom('-', '-', '-', '*', '+', '1.', '1)', '7.'),
  gap: fc.constantFrom(' ', ' ', ' ', '  ', '   '),
  indent: fc.constantFrom(0, 0, 0, 0, 1, 2),
  loose: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  tabs: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

const list = fc
  .record({ style: listStyle, items: fc.array(item(3), { minLength: 1, maxLength: 4 }) })
  .map(({ style, items }) => listLines(items, style, style.indent))

function listLines(items: readonly Item[], style: ListStyle, indent: number): string[] {
  return items.flatMap((one, at) => {
    const number = Number.parseInt(style.marker, 10)
    const marker = Number.isNaN(number) ? style.marker : `${number + at}${style.marker.at(-1)}`
    const inner = style.tabs ? indent + 4 : indent + marker.length + style.gap.length
    const gap = style.tabs ? '\t' : style.gap
    const pad = ' '.repeat(inner)
    const [first = '', ...more] = one.lines
    return [
      `${' '.repeat(indent)}${marker}${gap}${one.box}${first}`,
      ...more.map(line => pad + line),
      ...one.notes.map(line => (line === '' ? '' : pad + line)),
      ...listLines(one.children, { ...style, indent: 0 }, inner),
      ...(style.loose || one.loose ? [''] : []),
    ]
  })
}

const paragraph = fc.oneof(
  { weight: 4, arbitrary: words.map(line => [line, '']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ['---', ''],
      ['```bash', '- [ ] not a task', '```', ''],
      ['<!-- - [ ] hidden', '-->', ''],
      ['> - [ ] quoted', ''],
      ['| a | b |', '|---|---|', '| - [ ] | y |', ''],
      ['    - [ ] indented code', ''],
      ['[a]: http://example.org', ''],
      ['words', 'in two lines', ''],
      ['**Deliverables:**', '- one', '- two', ''],
      ['[^1]: a footnote', ''],
    ),
  },
)
const body = fc
  .array(fc.oneof({ weight: 2, arbitrary: list.map(lines => [...lines, '']) }, { weight: 1, arbitrary: paragraph }), {
    maxLength: 3,
  })
  .map(parts => parts.flat())

const blank = fc.constantFrom([''], [''], [], ['', ''])
const tasksBody = fc
  .record({
    list,
    blank,
    after: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: paragraph }),
  })
  .map(({ list, blank, after }) => [...list, ...blank, ...after])

const fieldLines = fc
  .record({
    estimate: fc.constantFrom(
      '',
      '',
      '**Estimated Time:** [4-8] hours',
      '**Estimated Time:** 6 hours',
      '**Estimate**: 2 days',
    ),
    dependencies: fc.constantFrom(
      '',
      '**Dependencies:** None',
      '**Dependencies:** Foo',
      '**Dependencies:** Foo bar, Stream A (basic flow); Node.js 18+',
      '**Dependencies:** None (can use mock data)',
      '**Depends on:** ',
    ),
    label: fc.constantFrom('', '**Tasks:**', '**Tasks:**', '**Tasks:**'),
    blank: fc.boolean(),
  })
  .map(({ estimate, dependencies, label, blank }) => {
    const lines = [estimate, dependencies, label].filter(line => line !== '')
    return blank && lines.length > 0 ? [...lines, ''] : lines
  })

const stream = fc
  .record({
    key: fc.constantFrom('A', 'B', 'C', 'D', '1', '2'),
    name: words,
    level: fc.constantFrom('###', '###', '###', '##', '####'),
    gap: blank,
    fields: fieldLines,
    tasks: fc.oneof({ weight: 4, arbitrary: tasksBody }, { weight: 1, arbitrary: fc.constant(['']) }),
  })
  .map(({ key, name, level, gap, fields, tasks }) => [
    `${level} Stream ${key}: ${name}`,
    ...(gap.length > 1 ? [''] : []),
    ...fields,
    ...tasks,
  ])

const phase = fc
  .record({
    number: fc.constantFrom('1', '2', '3', '2.1'),
    name: words,
    suffix: fc.constantFrom('', ' (Parallel - Day 1-2)', ' (Day 2-5)', ' (Sequential)', ' (Days 3–4)'),
    own: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: body }),
    streams: fc.array(stream, { maxLength: 3 }),
  })
  .map(({ number, name, suffix, own, streams }) => [
    `## Phase ${number}: ${name}${suffix}`,
    '',
    ...own,
    ...streams.flat(),
  ])

const integration = fc
  .array(fc.record({ name: words, suffix: fc.constantFrom('', ' (After Phase 1)', ' (Final)'), tasks: tasksBody }), {
    maxLength: 2,
  })
  .map(points =>
    points.length === 0
      ? []
      : [
          '## Sequential Integration Points',
          '',
          ...points.flatMap(({ name, suffix, tasks }, at) => [`### Integration ${at + 1}: ${name}${suffix}`, ...tasks]),
        ],
  )

const nativePlan = fc
  .record({
    front: fc.oneof(
      { weight: 8, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.constant(['---', 'title: x', '---']) },
    ),
    title: fc.oneof(
      { weight: 4, arbitrary: words.map(name => [`# Implementation Plan: ${name}`, '']) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    overview: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: words.map(line => ['## Overview', line, '']) },
    ),
    phases: fc.array(phase, { minLength: 1, maxLength: 3 }),
    integration,
    execution: fc.constantFrom([], ['## Execution Commands', '```bash', '# Phase 1', 'claude "do it"', '```', '']),
    criteria: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: tasksBody.map(lines => ['## Success Criteria', ...lines]) },
    ),
  })
  .map(({ front, title, overview, phases, integration, execution, criteria }) => [
    ...front,
    ...title,
    ...overview,
    ...phases.flat(),
    ...integration,
    ...execution,
    ...criteria,
  ])

const section = fc
  .record({
    level: fc.integer({ min: 1, max: 4 }),
    isSetext: fc.integer({ min: 0, max: 6 }),
    name: words,
    gap: fc.boolean(),
    body,
  })
  .map(({ level, isSetext, name, gap, body }) => [
    ...(isSetext === 0 ? [name, level === 1 ? '===' : '---'] : [`${'#'.repeat(level)} ${name}`]),
    ...(gap ? [''] : []),
    ...body,
  ])

const genericPlan = fc
  .record({
    preamble: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: body }),
    sections: fc.array(section, { maxLength: 5 }),
  })
  .map(({ preamble, sections }) => [...preamble, ...sections.flat()])
