import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { replaceDependency } from './replaceDependency.ts'

const text = '### Stream A: API\n\n### Stream B: Web\n**Dependencies:** Api v1 (basic flow), Redis\n'

describe('replacing a dependency', () => {
  test('writes other words in its place, qualifier included', () => {
    const after = proveEdit(
      text,
      plan => replaceDependency(plan, idOf(plan, 'reference', 'Api v1'), 'API'),
      text.replace('Api v1 (basic flow)', 'API'),
    )
    expect(find(after, 'stream', 'Web').dependencies).toMatchObject([
      { text: 'API', qualifier: null },
      { text: 'Redis' },
    ])
  })

  test('it keeps its id', () => {
    const ids: unknown[] = []
    const after = proveEdit(
      text,
      plan => {
        ids.push(idOf(plan, 'reference', 'Redis'))
        return replaceDependency(plan, idOf(plan, 'reference', 'Redis'), 'Kafka (topics)')
      },
      text.replace('Redis', 'Kafka (topics)'),
    )
    expect(ids).toContain(idOf(after, 'reference', 'Kafka'))
  })

  test('a change of letters only is no duplicate of itself', () => {
    proveEdit(
      text,
      plan => replaceDependency(plan, idOf(plan, 'reference', 'Redis'), 'redis'),
      text.replace('Redis', 'redis'),
    )
  })

  test('what adding refuses is refused', () => {
    const replace = (words: string) =>
      refusalOf(text, plan => replaceDependency(plan, idOf(plan, 'reference', 'Redis'), words))
    expect(replace('api V1')).toBe('duplicate-dependency')
    expect(replace('Web')).toBe('depends-on-itself')
    expect(replace('a, b')).toBe('not-one-dependency')
    expect(replace('')).toBe('empty')
  })
})
