import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { templateFacts } from './templateFacts.ts'
import { renderTemplate, templates } from './templates.ts'

describe('templates', () => {
  test('are the six, in the order the library shows them', () => {
    expect(templates.map(template => template.id)).toEqual([
      'web-application',
      'api-service',
      'mobile-application',
      'data-pipeline',
      'ml-application',
      'microservices',
    ])
  })

  test.each(templates)('$id is written byte for byte as its golden file', template => {
    const golden = readFileSync(new URL(`./golden/${template.id}.golden.md`, import.meta.url))
    expect(renderTemplate(template)).toBe(golden.toString('utf8'))
    expect(Buffer.from(renderTemplate(template), 'utf8').equals(golden)).toBe(true)
  })

  test('hold 45 streams, 256 tasks, 94 checks, 50 references and 19 estimates', () => {
    const facts = templates.map(templateFacts)
    const references = templates.flatMap(template =>
      template.phases.flatMap(phase => phase.streams.flatMap(stream => stream.dependencies)),
    )
    expect(total(facts.map(fact => fact.streams))).toBe(45)
    expect(total(facts.map(fact => fact.tasks))).toBe(256)
    expect(total(facts.map(fact => fact.checks))).toBe(94)
    expect(total(facts.map(fact => fact.hours.streamsKnown))).toBe(19)
    expect(references).toHaveLength(50)
    expect(references.filter(reference => reference.qualifier !== null)).toHaveLength(3)
  })

  test('facts sum only the estimates that are stated', () => {
    expect(templates.slice(0, 1).map(templateFacts)).toEqual([
      { phases: 2, streams: 6, tasks: 32, checks: 14, hours: { min: 11, max: 19, streamsKnown: 3, streamsTotal: 6 } },
    ])
  })
})

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
