import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { addDependency } from './addDependency.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

const text = [
  '## Phase 1: A',
  '### Stream A: API',
  '**Dependencies:** None',
  '- [ ] a',
  '### Stream B: Web',
  '**Dependencies:** API',
  '- [ ] b',
  '### Stream C: Tests',
  '**Dependencies:** Web (pages only); Kafka',
  '- [ ] c',
  '### Stream D: Docs, help',
  '- [ ] d',
  '',
].join('\n')

const add = (stream: string, words: string) => (plan: Parameters<typeof idOf>[0]) =>
  addDependency(plan, idOf(plan, 'stream', stream), words)

describe('adding a dependency', () => {
  test('replaces None', () => {
    const after = proveEdit(text, add('API', 'Node.js 18+'), text.replace('None', 'Node.js 18+'))
    expect(find(after, 'stream', 'API').dependencies).toMatchObject([{ text: 'Node.js 18+', qualifier: null }])
  })

  test('goes after the last one, with the separator of the list', () => {
    proveEdit(text, add('Web', 'Redis (basic flow)'), text.replace('** API\n', '** API, Redis (basic flow)\n'))
    proveEdit(text, add('Tests', 'Redis'), text.replace('; Kafka\n', '; Kafka; Redis\n'))
  })

  test.each([
    ['### Stream D: X\n- [ ] d\n', '### Stream D: X\n**Dependencies:** Redis\n- [ ] d\n'],
    [
      '### Stream D: X\n**Estimated Time:** 2h\n**Tasks:**\n',
      '### Stream D: X\n**Estimated Time:** 2h\n**Dependencies:** Redis\n**Tasks:**\n',
    ],
    ['### Stream D: X\n**Dependencies:**\n**Tasks:**\n', '### Stream D: X\n**Dependencies:** Redis\n**Tasks:**\n'],
    ['### Stream D: X\n**Dependencies:** None (mock data will do)\n', '### Stream D: X\n**Dependencies:** Redis\n'],
    ['### Stream D: X\n**Depends on**: -\n', '### Stream D: X\n**Depends on**: Redis\n'],
  ])('%j gets its first one', (before, after) => {
    proveEdit(before, add('X', 'Redis'), after)
  })

  test('a stream whose name a list cannot hold is written as its letter', () => {
    proveEdit(text, add('Web', 'Docs, help'), text.replace('** API\n', '** API, Stream D\n'))
  })

  test('the same one twice is refused', () => {
    expect(refusalOf(text, add('Web', ' api '))).toBe('duplicate-dependency')
    expect(refusalOf(text, add('Web', 'Stream A'))).toBe('duplicate-dependency')
  })

  test('the stream itself is refused, by name and by letter', () => {
    expect(refusalOf(text, add('Web', 'Web'))).toBe('depends-on-itself')
    expect(refusalOf(text, add('Web', 'stream b'))).toBe('depends-on-itself')
  })

  test('a circle is refused, and the refusal says which', () => {
    const plan = parsePlan(text)
    const outcome = add('API', 'Tests')(plan)
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        code: 'cycle',
        message:
          'That would close a circle: Stream A (API) waits for Stream C (Tests) waits for Stream B (Web) waits for Stream A (API).',
      },
    })
    expect(refusalOf(text, add('API', 'Stream B'))).toBe('cycle')
  })

  test('several at once, None, and nothing are refused', () => {
    expect(refusalOf(text, add('API', 'Redis, Kafka'))).toBe('not-one-dependency')
    expect(refusalOf(text, add('API', 'None'))).toBe('empty')
    expect(refusalOf(text, add('API', ' '))).toBe('empty')
  })

  test('tasks without a heading of their own are refused', () => {
    expect(refusalOf('- [ ] a\n', plan => addDependency(plan, idOf(plan, 'stream', ''), 'x'))).toBe('no-heading')
  })
})
