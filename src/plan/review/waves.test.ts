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
    ['waiting', 'A is not done', '“Acme licence” comes from outside this plan', 'Base stands is not passed'],
  ])
})

test('a done stream lets others start, but a gate with an open check still holds them', () => {
  expect(states(text.replace('[ ] Draw', '[x] Draw'))).toEqual([
    ['done'],
    ['ready'],
    ['waiting', '“Acme licence” comes from outside this plan', 'Base stands is not passed'],
  ])
  const passed = text.replace('[ ] Draw', '[x] Draw').replace(', Acme licence', '').replace('[ ] Schema', '[x] Schema')
  expect(states(passed)).toEqual([['done'], ['ready'], ['ready']])
})

function states(words: string) {
  return readWaves(parsePlan(words)).map(({ state, waitsFor }) => [state, ...waitsFor.map(wait => wait.words)])
}
