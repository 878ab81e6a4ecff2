import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { resolveDependencies } from './resolveDependencies.ts'
import { templateDependencies } from './templateDependencies.fixture.ts'

describe('the references of the templates', () => {
  test('are all in the fixture, in the order of the text', () => {
    const references = templates.flatMap(template =>
      template.phases.flatMap(phase =>
        phase.streams.flatMap(stream =>
          stream.dependencies.map(reference => ({ template: template.id, stream: stream.key, ...reference })),
        ),
      ),
    )
    expect(templateDependencies.map(({ means: _, reading: __, ...reference }) => reference)).toEqual(references)
  })

  test.each(templates)('$id: each names the stream a reader would say it names', template => {
    const plan = parsePlan(renderTemplate(template))
    const links = read(plan)
    const expected = templateDependencies.filter(row => row.template === template.id)
    expect(links.map(({ from, text, to }) => `${from} waits for ${to} (${text})`)).toEqual(
      expected.map(({ stream, text, means }) => `${stream} waits for ${means} (${text})`),
    )
    for (const [index, { reading, text, qualifier }] of expected.entries()) {
      const allowed = reading === 'sure' ? ['certain', 'likely'] : [reading]
      expect(allowed, text).toContain(links[index]?.confidence)
      expect(links[index]?.partial, text).toBe(qualifier !== null)
    }
    expect(resolveDependencies(plan).cycles).toEqual([])
  })
})

describe('letters, numbers and keys', () => {
  const three = ['A: Schema', 'B: Backend', 'C: Frontend']
  test.each([
    ['Stream A', 'A'],
    ['A', 'A'],
    ['stream b', 'B'],
    ['Streams A & B', 'A B'],
    ['Streams A and C completion', 'A C'],
    ['A, B', 'A B'],
    ['Streams A-C', 'A B C'],
    ['Streams A – C', 'A B C'],
    ['Stream B: Backend', 'B'],
    ['Stream B - Backend', 'B'],
    ['after Stream C complete ✅', 'C'],
    ['Backend work (Stream B)', 'B'],
  ])('%s names %s', (text, keys) => {
    const links = read(planOf([...three, `D: Release <- ${text}`]))
    expect(links.map(link => link.to).join(' ')).toBe(keys)
    expect(links.every(link => link.from === 'D' && link.confidence === 'certain' && !link.partial)).toBe(true)
  })

  test.each([
    ['Stream 1', '1'],
    ['Streams 2 & 3 (basic chat working)', '2 3'],
    ['Stream 1-3', '1 2 3'],
    ['Streams 1 to 3', '1 2 3'],
    ['2, 3', '2 3'],
  ])('numbered streams: %s names %s', (text, keys) => {
    const links = read(planOf(['1: Accounts', '2: Chat', '3: Interface', `4: Extras <- ${text}`]))
    expect(links.map(link => link.to).join(' ')).toBe(keys)
    expect(links.every(link => link.partial === text.includes('('))).toBe(true)
  })

  test('a letter the plan does not have is external, and the others still count', () => {
    const links = read(planOf([...three, 'D: Release <- Streams A & Z']))
    expect(links.map(({ to, confidence }) => [to, confidence])).toEqual([
      ['A', 'certain'],
      [null, 'external'],
    ])
    expect(read(planOf([...three, 'D: Release <- Stream Z']))).toMatchObject([{ to: null, confidence: 'external' }])
  })

  test('an article is no stream', () => {
    expect(read(planOf([...three, 'D: Release <- A new office']))).toMatchObject([{ to: null, confidence: 'external' }])
  })

  test('letters that start over in every phase mean the nearest stream', () => {
    const plan = parsePlan(
      lines('## Phase 1: Build', '### Stream A: Schema', '### Stream B: Backend', '## Phase 2: Ship') +
        lines('### Stream A: Packages', '### Stream B: Site', '**Dependencies:** Stream A'),
    )
    const [link] = resolveDependencies(plan).links
    expect(plan.nodes.get(link?.to ?? none)).toMatchObject({ name: 'Packages' })
    expect(link?.confidence).toBe('likely')
  })

  test('task keys point at tasks, also in ranges with gaps', () => {
    const plan = parsePlan(
      lines(
        '## Tasks',
        '- [ ] T001 Create schema',
        '- [ ] T002 Seed data',
        '- [ ] T004 Build API (depends on T001-T003)',
      ),
    )
    const links = resolveDependencies(plan).links.map(link => plan.nodes.get(link.to ?? none))
    expect(links).toMatchObject([{ key: 'T001' }, { key: 'T002' }])
  })

  test('a phase is one link, to the phase', () => {
    const plan = parsePlan(
      lines(
        '## Phase 1: Build',
        '### Stream A: Schema',
        '## Phase 2: Ship',
        '### Stream B: Site',
        '**Dependencies:** Phase 1 complete',
      ),
    )
    const [link] = resolveDependencies(plan).links
    expect(link?.to).toBe(plan.phases[0]?.id)
    expect(link).toMatchObject({ confidence: 'certain', partial: false })
  })
})

describe('names', () => {
  test('the holder is never what it waits for', () => {
    expect(read(planOf(['A: Payment API', 'B: Payment Pages <- Payment']))).toMatchObject([{ to: 'A' }])
    expect(read(planOf(['A: Payment Pages <- Payment']))).toMatchObject([{ to: null, confidence: 'external' }])
  })

  test('a later phase is never meant', () => {
    expect(read(planOf(['A: Site <- Payment'], ['B: Payment API']))).toMatchObject([
      { to: null, confidence: 'external' },
    ])
  })

  test('but when a stream of it is called just so, and nothing else is meant', () => {
    expect(read(planOf(['A: Site <- Launch Party'], ['B: Launch Party']))).toMatchObject([
      { to: 'B', confidence: 'certain' },
    ])
    expect(read(planOf(['A: Launch', 'B: Site <- Launch'], ['C: Launch']))).toMatchObject([{ to: 'A' }])
  })

  test('of two names that share as many words the earlier phase is meant, and less surely', () => {
    const early = read(planOf(['A: API Contracts'], ['B: API Gateway'], ['C: Site <- API']))
    expect(early).toMatchObject([{ to: 'A' }])
    expect(early[0]?.confidence).not.toBe('certain')
    expect(read(planOf(['A: API Contracts', 'B: API Gateway'], ['C: Site <- API']))).toMatchObject([
      { to: 'A', confidence: 'guess' },
    ])
  })

  test('the earlier phase is meant also when a later name ends in the word', () => {
    expect(read(planOf(['A: API Contracts'], ['B: Public API'], ['C: Site <- API']))).toMatchObject([{ to: 'A' }])
  })

  test('more shared words win over an earlier phase', () => {
    expect(read(planOf(['A: Payment Research'], ['B: Payment API'], ['C: Site <- Payment API']))).toMatchObject([
      { to: 'B', confidence: 'certain' },
    ])
  })

  test('a stream name wins over a phase name that has the same words', () => {
    const plan = parsePlan(
      lines('## Phase 1: Contract & Environment Setup', '### Stream A: Development Environment', '## Phase 2: Build') +
        lines('### Stream B: Backend', '**Dependencies:** Environment Setup'),
    )
    expect(read(plan)).toMatchObject([{ to: 'A', confidence: 'likely' }])
  })

  test('a phase is meant by its whole name when no stream is', () => {
    const plan = parsePlan(
      lines(
        '## Phase 1: Foundational',
        '### Stream A: Schema',
        '## Phase 2: Build',
        '### Stream B: Site',
        '**Dependencies:** Foundational',
      ),
    )
    const [link] = resolveDependencies(plan).links
    expect(link).toMatchObject({ to: plan.phases[0]?.id, confidence: 'likely' })
  })

  test('two names joined by "and" are two links', () => {
    expect(
      read(planOf(['A: Billing', 'B: Search Index', 'C: Site <- Billing and Search Index'])).map(link => link.to),
    ).toEqual(['A', 'B'])
  })

  test('word forms and clippings meet', () => {
    expect(read(planOf(['A: Application Configuration', 'B: Site <- App config']))).toMatchObject([
      { to: 'A', confidence: 'certain' },
    ])
    expect(read(planOf(['A: Validated Schemas', 'B: Site <- Schema validation']))).toMatchObject([
      { to: 'A', confidence: 'likely' },
    ])
  })

  test('names without spaces are read by pairs of characters', () => {
    expect(read(planOf(['A: 核心表结构设计', 'B: 迁移脚本 <- 核心表结构']))).toMatchObject([{ to: 'A' }])
  })
})

describe('providers', () => {
  test('a task that makes the thing decides, and one that uses it does not', () => {
    const plan = planOf([
      'A: Client\n- [ ] Connect to the webhook simulator\n- [ ] Review the webhook simulator',
      'B: Operations\n- [ ] Test against the webhook simulator\n- [ ] Write pages using the webhook simulator',
      'C: Tools\n- [ ] Set up a webhook simulator for the client',
      'D: Site <- Webhook Simulator',
    ])
    expect(read(plan)).toMatchObject([{ to: 'C', confidence: 'guess' }])
  })

  test('what a thing is made for is not made', () => {
    const plan = planOf(['A: Quality\n- [ ] Write contract tests for Project API', 'B: Site <- Project API'])
    expect(read(plan)).toMatchObject([{ to: null }])
  })

  test('a task waits for the task before it that did what the reference says', () => {
    const plan = parsePlan(
      lines(
        '## Phase 1: Billing',
        '### Stream A: Subscriptions',
        '- [ ] Extend user schema',
        '- [ ] Show the plan (depends on user schema extended)',
      ),
    )
    const [link] = resolveDependencies(plan).links
    expect(plan.nodes.get(link?.to ?? none)).toMatchObject({ text: 'Extend user schema' })
    expect(link?.confidence).toBe('guess')
  })
})

describe('what the plan does not hold', () => {
  const plan = [
    'A: Payment API\n- [ ] Integrate Stripe webhooks\n- [ ] Configure npm registry mirror',
    'B: Node.js Service\n- [ ] Create Node.js service skeleton',
  ]
  test.each(['Node.js 18+', 'Stripe account verified', 'npm', 'React 18', 'Legal approval'])('%s is external', text => {
    expect(read(planOf([...plan, `C: Site <- ${text}`]))).toEqual([
      { from: 'C', text, to: null, confidence: 'external', partial: false },
    ])
  })

  test.each(['None', 'none (can use mock data initially)', 'N/A', '-'])('%s gives no link', text => {
    expect(read(planOf([`A: Site <- ${text}`]))).toEqual([])
  })

  test('words that stand in every plan name nothing for sure', () => {
    expect(read(planOf(['A: API Design', 'B: Site <- Design']))).toMatchObject([{ to: 'A', confidence: 'guess' }])
    expect(read(planOf(['A: Design', 'B: Site <- Design']))).toMatchObject([{ to: 'A', confidence: 'certain' }])
  })
})

describe('partial dependencies', () => {
  test.each([
    ['Stream A (basic flow)', true],
    ['Stream A basic flow', true],
    ['Payment API (first endpoints)', true],
    ['Stream A (complete)', false],
    ['Stream A (Payment API)', false],
    ['Stream A: Payment API', false],
  ])('%s: %s', (text, partial) => {
    expect(read(planOf(['A: Payment API', `B: Site <- ${text}`]))).toMatchObject([{ to: 'A', partial }])
  })
})

const none = -1 as NodeId

interface ReadLink {
  readonly from: string | null
  readonly text: string
  readonly to: string | null
  readonly confidence: string
  readonly partial: boolean
}

/** Links by stream keys, in the order of the text. */
function read(plan: Plan): ReadLink[] {
  const keyOf = (id: NodeId | null) => {
    const node = id === null ? undefined : plan.nodes.get(id)
    return node?.kind === 'stream' ? node.key : null
  }
  return resolveDependencies(plan).links.map(({ reference, from, to, confidence, partial }) => {
    const node = plan.nodes.get(reference)
    const text = node?.kind === 'reference' ? node.text : ''
    return { from: keyOf(from), text, to: keyOf(to), confidence, partial }
  })
}

/** Each list is a phase; 'B: Name <- reference' a stream, with its tasks on further lines. */
function planOf(...phases: readonly (readonly string[])[]): Plan {
  const blocks = phases.flatMap((streams, index) => [
    `## Phase ${index + 1}: Part ${index + 1}`,
    ...streams.flatMap(stream => {
      const [first = '', ...tasks] = stream.split('\n')
      const [heading = '', dependencies = 'None'] = first.split(' <- ')
      return [`### Stream ${heading}`, `**Dependencies:** ${dependencies}`, '**Tasks:**', ...tasks]
    }),
  ])
  return parsePlan(lines(...blocks))
}

function lines(...all: readonly string[]): string {
  return all.map(line => `${line}\n`).join('')
}
