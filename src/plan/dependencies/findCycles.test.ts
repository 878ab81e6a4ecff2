import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { dependentsOf } from './dependentsOf.ts'
import { findCycleWith } from './findCycleWith.ts'
import { resolveDependencies } from './resolveDependencies.ts'

describe('cycles', () => {
  test.each([
    ['none in a chain', 'A: B, B: C, C:', []],
    ['none when two wait for one', 'A: C, B: C, C:', []],
    ['a stream that waits for itself', 'A: A', ['A']],
    ['two that wait for each other', 'A: B, B: A', ['A B']],
    ['three in the order of waiting', 'A: B, B: C, C: A', ['A B C']],
    ['two groups apart', 'A: B, B: A, C: D, D: C', ['A B', 'C D']],
    ['one for a group, the shortest through its first stream', 'A: B, B: C A, C: A', ['A B']],
    ['not the streams before or after it', 'A: B, B: C, C: B, D: A', ['B C']],
  ])('%s', (_, waits, expected) => {
    const plan = planOf(waits)
    expect(resolveDependencies(plan).cycles.map(cycle => cycle.map(id => nameOf(plan, id)).join(' '))).toEqual(expected)
  })

  test('tasks of two streams may wait for each other’s streams in turn', () => {
    const plan = parsePlan(tasksOf('T2 Build (depends on T3)', 'T3 Build', 'T4 Build (depends on T1)', 'T1 Build'))
    expect(resolveDependencies(plan).links).toHaveLength(2)
    expect(resolveDependencies(plan).cycles).toEqual([])
  })

  test('tasks that wait for each other across streams can never start', () => {
    const plan = parsePlan(tasksOf('T1 Build (depends on T3)', 'T2 Build', 'T3 Build (depends on T1)', 'T4 Build'))
    expect(resolveDependencies(plan).cycles.map(cycle => cycle.map(id => nameOf(plan, id)))).toEqual([['T1', 'T3']])
  })

  test('a task that waits for its own stream can never start', () => {
    const plan = parsePlan(tasksOf('T1 Build', 'T2 Build', 'T3 Build (depends on Stream B)', 'T4 Build'))
    expect(resolveDependencies(plan).cycles.map(cycle => cycle.map(id => nameOf(plan, id)))).toEqual([['T3']])
  })

  test('a stream that waits for its own phase can never start', () => {
    const plan = parsePlan('## Phase 1: Build\n### Stream A: Schema\n**Dependencies:** Phase 1\n')
    expect(resolveDependencies(plan).cycles.map(cycle => cycle.map(id => nameOf(plan, id)))).toEqual([['A']])
  })

  test('a long chain is no cycle and no deep recursion', () => {
    const count = 5000
    const streams = Array.from(
      { length: count },
      (_, at) => `### Stream ${at + 1}: Part\n**Dependencies:** Stream ${at + 2}\n`,
    )
    const open = parsePlan(`## Phase 1: Build\n${streams.join('')}### Stream ${count + 1}: End\n`)
    expect(resolveDependencies(open).cycles).toEqual([])
    const closed = parsePlan(
      `## Phase 1: Build\n${streams.join('')}### Stream ${count + 1}: End\n**Dependencies:** Stream 1\n`,
    )
    expect(resolveDependencies(closed).cycles.map(cycle => cycle.length)).toEqual([count + 1])
  })

  test('each waits for the next, and there is one exactly when some stream reaches itself', () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F']
    const waits = fc.array(fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 3 }), {
      minLength: 6,
      maxLength: 6,
    })
    fc.assert(
      fc.property(waits, lists => {
        const plan = planOf(lists.map((list, at) => `${letters[at]}: ${list.join(' ')}`).join(', '))
        const { cycles, links } = resolveDependencies(plan)
        const targets = new Map(lists.map((list, at) => [letters[at] ?? '', list]))
        expect(cycles.length > 0).toBe(letters.some(letter => reaches(targets, letter, letter)))
        for (const cycle of cycles) {
          expect(new Set(cycle).size).toBe(cycle.length)
          for (const [at, id] of cycle.entries()) {
            const next = cycle[(at + 1) % cycle.length]
            expect(links.some(link => link.from === id && link.to === next)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('a link that would close a cycle', () => {
  test('is answered with the way round', () => {
    const plan = planOf('A: B, B: C, C:, D:')
    const way = (from: string, to: string) =>
      findCycleWith(plan, resolveDependencies(plan), idOf(plan, from), idOf(plan, to))?.map(id => nameOf(plan, id)) ??
      null
    expect(way('C', 'A')).toEqual(['C', 'A', 'B'])
    expect(way('C', 'B')).toEqual(['C', 'B'])
    expect(way('A', 'A')).toEqual(['A'])
    expect(way('A', 'C')).toBeNull()
    expect(way('D', 'A')).toBeNull()
    expect(way('A', 'D')).toBeNull()
  })

  test('a task cannot wait for its stream or phase, nor a stream for its task', () => {
    const plan = parsePlan(tasksOf('T1 Build', 'T2 Build', 'T3 Build', 'T4 Build'))
    const dependencies = resolveDependencies(plan)
    const phase = plan.phases[0]?.id as NodeId
    expect(findCycleWith(plan, dependencies, idOf(plan, 'T1'), idOf(plan, 'A'))).not.toBeNull()
    expect(findCycleWith(plan, dependencies, idOf(plan, 'T1'), phase)).not.toBeNull()
    expect(findCycleWith(plan, dependencies, idOf(plan, 'A'), idOf(plan, 'T1'))).not.toBeNull()
    expect(findCycleWith(plan, dependencies, idOf(plan, 'T1'), idOf(plan, 'T2'))).toBeNull()
    expect(findCycleWith(plan, dependencies, idOf(plan, 'T1'), idOf(plan, 'B'))).toBeNull()
  })
})

describe('dependents', () => {
  test('are the links from outside, also into what a node holds', () => {
    const plan = parsePlan(
      '## Phase 1: Base\n### Stream A: Schema\n### Stream B: Client\n**Dependencies:** Stream A\n' +
        '## Phase 2: Build\n### Stream C: Site\n**Dependencies:** Streams A & B, npm\n',
    )
    const dependencies = resolveDependencies(plan)
    const named = (ids: readonly NodeId[]) =>
      dependentsOf(dependencies, plan, ids).map(
        ({ from, to }) => `${nameOf(plan, from)} ${to === null ? '' : nameOf(plan, to)}`,
      )
    expect(named([idOf(plan, 'A')])).toEqual(['B A', 'C A'])
    expect(named([idOf(plan, 'A'), idOf(plan, 'B')])).toEqual(['C A', 'C B'])
    expect(named([plan.phases[0]?.id as NodeId])).toEqual(['C A', 'C B'])
    expect(named([idOf(plan, 'C')])).toEqual([])
  })
})

/** 'A: B C, B:' is two streams of which A waits for B and C. */
function planOf(waits: string): Plan {
  const streams = waits.split(', ').map(stream => {
    const [letter = '', targets = ''] = stream.split(':')
    const streamNames = targets.trim().split(' ').join(', Stream ')
    return `### Stream ${letter}: Part ${letter}\n**Dependencies:** ${streamNames === '' ? 'None' : `Stream ${streamNames}`}\n`
  })
  return parsePlan(`## Phase 1: Build\n${streams.join('')}`)
}

/** Two tasks in Stream A and two in Stream B. */
function tasksOf(first: string, second: string, third: string, fourth: string): string {
  return `## Phase 1: Build\n### Stream A: One\n- [ ] ${first}\n- [ ] ${second}\n### Stream B: Two\n- [ ] ${third}\n- [ ] ${fourth}\n`
}

function nameOf(plan: Plan, id: NodeId): string | null | undefined {
  const node = plan.nodes.get(id)
  return node?.kind === 'stream' || node?.kind === 'task' ? node.key : undefined
}

function idOf(plan: Plan, key: string): NodeId {
  const id = [...plan.nodes.keys()].find(candidate => nameOf(plan, candidate) === key)
  if (id === undefined) throw new Error(`no ${key}`)
  return id
}

function reaches(
  targets: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  return (targets.get(from) ?? []).some(next => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(targets, next, to, seen)
  })
}
