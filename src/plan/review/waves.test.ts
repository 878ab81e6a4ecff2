import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { readWaves } from './waves.ts'

const text = `## Phase 1: Base
### Stream A: Schema
- [ ] Draw it
### Stream B: Host
- [ ] Rent it
## Phase 2: Build
### Stream C: Service
**Dependencies:** Schema, Acme licence
- [ ] Write it
## Sequential Integration Points
### Integration 1: Base stands (After Phase 1)
- [ ] Schema reviewed
`

test('at first what waits for nothing can start; the rest says what it waits for', () => {
  expect(states(text)).toEqual([
    ['ready'],
    ['ready'],
    [
      'waiting',
      'Stream A is not done',
      'Base stands is not passed',
      'needs “Acme licence”, which is outside of this plan',
    ],
  ])
})

test('a done stream lets others start, but a gate with an open check still holds them', () => {
  const drawn = text.replace('[ ] Draw', '[x] Draw').replace(', Acme licence', '')
  expect(states(drawn)).toEqual([['done'], ['ready'], ['waiting', 'Base stands is not passed']])
  expect(states(drawn.replace('[ ] Schema', '[x] Schema'))).toEqual([['done'], ['ready'], ['ready']])
})

test('a gate is passed when its checklist is, even while tasks before it are open', () => {
  const passed = text.replace('[ ] Schema', '[x] Schema').replace('Schema, Acme licence', 'None')
  expect(states(passed)).toEqual([['ready'], ['ready'], ['ready']])
})

test('what comes from outside of the plan holds nobody up for ever, but is said until the stream is done', () => {
  const passed = text.replace('[ ] Draw', '[x] Draw').replace('[ ] Schema', '[x] Schema')
  expect(states(passed)[2]).toEqual(['ready', 'needs “Acme licence”, which is outside of this plan'])
  expect(states(passed.replace('[ ] Write', '[x] Write'))[2]).toEqual(['done'])
})

test('a stream that was begun although it should wait says both', () => {
  const [, , service] = readWaves(parsePlan(text.replace('[ ] Write', '[~] Write')))
  expect([service?.state, service?.started]).toEqual(['waiting', true])
})

function states(words: string) {
  return readWaves(parsePlan(words)).map(({ state, waitsFor, needs }) => [
    state,
    ...[...waitsFor, ...needs].map(reason => reason.words),
  ])
}
