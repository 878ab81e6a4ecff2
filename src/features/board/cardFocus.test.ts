import { beforeEach, describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { cardBeside, cardsInOrder, type Direction } from './cardFocus.ts'
import type { ColumnHandle } from './dragGeometry.ts'
import { listPhrase, listsWithout, slotOf } from './dragLists.ts'

const text = `# Plan

## Phase 1: First

### Stream A: Contract
**Tasks:**
- [ ] one
- [ ] two
  - [ ] nested
- [ ] three

### Stream B: Nothing yet
**Tasks:**

## Phase 2: Second

### Stream C: Build
**Tasks:**
- [ ] four
`

let plan: Plan
let columns: Map<NodeId, ColumnHandle>

function find(words: string): NodeId {
  for (const id of plan.nodes.keys()) {
    const node = plan.nodes.get(id)
    if ((node?.kind === 'task' && node.text === words) || (node?.kind === 'stream' && node.key === words)) return id
  }
  throw new Error(`The plan has no ${words}`)
}

function named(id: NodeId | null): string | null {
  const node = id === null ? undefined : plan.nodes.get(id)
  return node?.kind === 'task' ? node.text : null
}

/** A column that shows all its cards; the page is not asked. */
function column(ids: readonly NodeId[]): ColumnHandle {
  return { ids: () => ids } as unknown as ColumnHandle
}

beforeEach(() => {
  plan = parsePlan(text)
  const streams = plan.phases.flatMap(phase => phase.streams)
  columns = new Map(streams.map(stream => [stream.id, column(stream.tasks.map(task => task.id))]))
})

describe('arrow keys', () => {
  const go = (from: string, direction: Direction) => named(cardBeside(find(from), direction, plan, columns))

  test('walk through the nested cards as they are read', () => {
    expect(cardsInOrder(columns.get(find('A')) ?? column([]), plan).map(named)).toEqual([
      'one',
      'two',
      'nested',
      'three',
    ])
    expect(go('two', 'down')).toBe('nested')
    expect(go('three', 'up')).toBe('nested')
    expect(go('one', 'up')).toBeNull()
    expect(go('three', 'down')).toBeNull()
    expect(go('nested', 'first')).toBe('one')
    expect(go('nested', 'last')).toBe('three')
  })

  test('pass over a stream without cards into the next phase, and back', () => {
    expect(go('three', 'right')).toBe('four')
    expect(go('four', 'left')).toBe('one')
    expect(go('four', 'right')).toBeNull()
  })
})

describe('the lists of a drag', () => {
  test('leave the carried card out', () => {
    const lists = listsWithout(find('two'), plan, columns)
    expect(lists.othersIn({ stream: find('A'), parent: null }).map(named)).toEqual(['one', 'three'])
    expect(lists.streams).toEqual([find('A'), find('B'), find('C')])
    expect(lists.parentOf(find('nested'))).toBe(find('two'))
    expect(lists.parentOf(find('two'))).toBeNull()
  })

  test('know where a card lies, nested or not, and that a hidden one lies nowhere', () => {
    expect(slotOf(find('three'), plan, columns)).toEqual({ stream: find('A'), parent: null, index: 2 })
    expect(slotOf(find('nested'), plan, columns)).toEqual({ stream: find('A'), parent: find('two'), index: 0 })
    columns.set(find('C'), column([]))
    expect(slotOf(find('four'), plan, columns)).toBeNull()
  })

  test('are called by the stream, or by the card that they are in', () => {
    expect(listPhrase({ stream: find('A'), parent: null, index: 0 }, plan)).toBe('stream A: Contract')
    expect(listPhrase({ stream: find('A'), parent: find('two'), index: 0 }, plan)).toBe('“two”')
  })
})
