import { expect, test } from 'vitest'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { phaseFacts } from './phaseFacts.ts'

interface Sketch {
  readonly key: string
  readonly name: string
  readonly hours?: string
  readonly waits?: string
}

function factsOf(streams: readonly Sketch[], heading = 'Phase 1: Build'): string {
  const text = [
    `## ${heading}`,
    ...streams.map(({ key, name, hours, waits }) =>
      [
        `\n### Stream ${key}: ${name}`,
        ...(hours ? [`**Estimated Time:** ${hours} hours`] : []),
        `**Dependencies:** ${waits ?? 'None'}`,
        '**Tasks:**',
        '- [ ] Something',
      ].join('\n'),
    ),
  ].join('\n')
  const plan = parsePlan(`${text}\n`)
  const [phase] = plan.phases
  return phase ? phaseFacts(phase, resolveDependencies(plan)) : ''
}

const contract = { key: 'A', name: 'Contract', hours: '4-8' }
const server = { key: 'B', name: 'Server', hours: '8-11' }

test('streams that wait for nobody run at once and their hours add up', () => {
  expect(factsOf([contract, server])).toBe('2 streams at once, 12-19 h')
})

test('a stream that waits for another of its phase is not counted as at once', () => {
  expect(factsOf([contract, server, { key: 'D', name: 'Client', hours: '1', waits: 'Stream A' }])).toBe(
    '2 of 3 streams at once, 13-20 h, D waits for A',
  )
})

test('waiting for something outside the phase changes nothing', () => {
  expect(factsOf([contract, { ...server, waits: 'Node.js 18+' }])).toBe('2 streams at once, 12-19 h')
})

test('what nobody estimated is said, never counted as nothing', () => {
  expect(factsOf([contract, { key: 'B', name: 'Server' }])).toBe('2 streams at once, 4-8 h known, 1 unknown')
  expect(factsOf([{ key: 'B', name: 'Server' }])).toBe('1 stream, hours unknown')
})

test('single figures and halves add up without dust', () => {
  expect(
    factsOf([
      { ...contract, hours: '0.1' },
      { ...server, hours: '0.2' },
    ]),
  ).toBe('2 streams at once, 0.3 h')
})

test('a sequential phase does not promise that its streams run at once', () => {
  expect(factsOf([contract, server], 'Phase 1: Build (Sequential - Day 1-2)')).toBe(
    '2 streams, one after another, 12-19 h',
  )
})

test('many waits are summed up', () => {
  const waiting = ['D', 'E', 'F', 'G'].map(key => ({ key, name: `Part ${key}${key}`, waits: 'Streams A & B' }))
  expect(factsOf([contract, server, ...waiting])).toBe(
    '2 of 6 streams at once, 12-19 h known, 4 unknown, D waits for A and B, E waits for A and B, 2 more wait for others here',
  )
})

test('a phase without streams says so', () => {
  expect(factsOf([])).toBe('No streams yet')
})
