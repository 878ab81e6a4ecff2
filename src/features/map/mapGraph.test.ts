import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { templateDependencies } from '#plan/dependencies/templateDependencies.fixture.ts'
import { wordsToName } from '#plan/dependencies/wordsToName.ts'
import { addDependency } from '#plan/edit/addDependency.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { layoutMap } from './layoutMap.ts'
import { mapGraph, relatedTo } from './mapGraph.ts'

function keyOf(plan: Plan, id: NodeId): string | null {
  const node = plan.nodes.get(id)
  return node?.kind === 'stream' ? node.key : null
}

test.each(templates.map(template => [template.id, template] as const))(
  'the references of %s draw exactly the lines that people who know it say',
  (id, template) => {
    const plan = parsePlan(renderTemplate(template))
    const { edges, nodes } = mapGraph(plan, resolveDependencies(plan))
    const drawn = edges.flatMap(({ from, to, reasons }) =>
      reasons.map(({ words, confidence }) => ({
        stream: keyOf(plan, from),
        means: keyOf(plan, to),
        words,
        isGuess: confidence === 'guess',
      })),
    )
    const expected = templateDependencies
      .filter(each => each.template === id)
      .map(({ stream, means, text, qualifier, reading }) => ({
        stream,
        means,
        words: qualifier === null ? text : `${text} (${qualifier})`,
        isGuess: reading === 'guess',
      }))
    const byWords = (a: { stream: string | null; words: string }, b: { stream: string | null; words: string }) =>
      `${a.stream} ${a.words}`.localeCompare(`${b.stream} ${b.words}`)
    expect(drawn.toSorted(byWords)).toEqual(expected.toSorted(byWords))
    expect(nodes.filter(({ kind }) => kind === 'external')).toEqual([])
  },
)

const chain = parsePlan(
  '# P\n\n## Phase 1: A\n\n### Stream A: One\n- [ ] a\n\n### Stream B: Two\n**Dependencies:** Stream A, a licence from Acme\n- [ ] b\n\n## Phase 2: B\n\n### Stream C: Three\n**Dependencies:** Stream B (basic flow)\n- [ ] c\n\n### Stream D: Four\n- [ ] d\n',
)
const graph = mapGraph(chain, resolveDependencies(chain))

test('what comes from outside is a box of its own, in the author’s words', () => {
  const [outside] = graph.nodes.filter(({ kind }) => kind === 'external')
  const edge = graph.edges.find(({ to }) => to === outside?.id)
  expect(edge).toMatchObject({ confidence: 'external', reasons: [{ words: 'a licence from Acme' }] })
})

test('a part that is enough makes the line partial', () => {
  expect(graph.edges.map(({ from, partial }) => [keyOf(chain, from), partial])).toContainEqual(['C', true])
})

test('what is related to a stream is all that it waits for and all that waits for it', () => {
  const b = graph.nodes.find(({ id }) => keyOf(chain, id) === 'B')
  const { nodes } = relatedTo(graph, b?.id ?? (0 as NodeId))
  expect([...nodes].map(id => keyOf(chain, id)).toSorted()).toEqual(['A', 'B', 'C', null])
})

test('a gate is related to all that it gathers', () => {
  const gated = parsePlan(
    `${chain.text}\n## Integration Points\n\n### Integration 1: Checked (After Phase 1)\n- [ ] x\n`,
  )
  const drawn = mapGraph(gated, resolveDependencies(gated))
  const gate = drawn.nodes.find(({ kind }) => kind === 'gate')
  const { nodes } = relatedTo(drawn, gate?.id ?? (0 as NodeId))
  expect([...nodes].flatMap(id => keyOf(gated, id) ?? []).toSorted()).toEqual(['A', 'B'])
})

function randomPlan(streams: number, seed: number): Plan {
  const random = fc.sample(fc.nat(1_000_000), { numRuns: streams * 2, seed })
  const lines = Array.from({ length: streams }, (_, at) => {
    const phase = at % Math.ceil(streams / 6) === 0 ? `\n## Phase ${at / Math.ceil(streams / 6) + 1}: P${at}\n` : ''
    const waits =
      at > 0 ? `**Dependencies:** Stream ${(random[at] ?? 0) % at}, Stream ${(random[at + streams] ?? 0) % at}\n` : ''
    return `${phase}\n### Stream ${at}: Strand ${at}\n**Estimated Time:** 2-4 hours\n${waits}- [ ] task ${at}\n`
  })
  return parsePlan(`# P\n${lines.join('')}`)
}

test('boxes never lie over each other, and phases stand side by side in their order', () => {
  for (const plan of [...templates.map(each => parsePlan(renderTemplate(each))), chain, randomPlan(60, 4)]) {
    const drawn = mapGraph(plan, resolveDependencies(plan))
    const { boxes, bands } = layoutMap(drawn, plan.phases)
    const all = [...boxes.values()]
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart).toBe(true)
      }
    }
    for (const [at, band] of bands.entries()) {
      const next = bands[at + 1]
      if (next) expect(band.x + band.width).toBeLessThanOrEqual(next.x)
    }
    expect(boxes.size).toBe(drawn.nodes.length)
  }
})

test('a dependency on another phase moves no box', () => {
  for (const template of templates) {
    const plan = parsePlan(renderTemplate(template))
    const [first, last] = [plan.phases[0]?.streams[0], plan.phases.at(-1)?.streams.at(-1)]
    if (!first || !last) throw new Error('No streams')
    const edit = addDependency(plan, last.id, wordsToName(plan.phases, first.id, last.id))
    if (!edit.ok) continue
    const after = applyChange(plan, edit.change)
    const layoutOf = (now: Plan) => layoutMap(mapGraph(now, resolveDependencies(now)), now.phases).boxes
    expect(layoutOf(after)).toEqual(layoutOf(plan))
  }
})

test('an empty plan draws nothing', () => {
  const plan = parsePlan('')
  expect(layoutMap(mapGraph(plan, resolveDependencies(plan)), plan.phases)).toEqual({ boxes: new Map(), bands: [] })
})

test('200 streams are laid out in less than a blink', () => {
  const plan = randomPlan(200, 7)
  const drawn = mapGraph(plan, resolveDependencies(plan))
  layoutMap(drawn, plan.phases)
  const start = process.cpuUsage()
  layoutMap(drawn, plan.phases)
  const { user, system } = process.cpuUsage(start)
  // In microseconds. The bound for people is 300 ms on an idle machine; this one may be busy.
  expect(user + system).toBeLessThan(900_000)
})
