import { expect, test } from 'vitest'
import { templateCards } from './templateCards.ts'
import { templateFacts } from './templateFacts.ts'
import { templates } from './templates.ts'

test('what the cards say is true of the templates', () => {
  expect(templateCards).toEqual(
    templates.map(template => ({
      id: template.id,
      name: template.name,
      description: template.description,
      facts: templateFacts(template),
      shape: template.phases.map(phase => phase.streams.map(stream => stream.tasks.length)),
    })),
  )
})
