import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { modelOf, planOfTemplate } from './templatePlan.ts'
import { renderTemplate, templates } from './templates.ts'

test.each(templates)('reading $id as Markdown gives the template back', template => {
  expect(modelOf(parsePlan(renderTemplate(template)))).toEqual(planOfTemplate(template))
})
