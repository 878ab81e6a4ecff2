import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { settingsInText } from '#plan/settings/settingsInText.ts'
import { usualSettings } from '#plan/settings/viewSettings.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { proveEdit } from './editProof.fixture.ts'
import { writeSettings } from './writeSettings.ts'

const six = { ...usualSettings, workers: 6 }

describe('settings written into the text', () => {
  test('stand as front matter before everything else', () => {
    const after = proveEdit(
      '# P\n\n- [ ] a\n',
      plan => writeSettings(plan, { ...six, startDate: '2026-11-23' }),
      '---\nbraid-workers: 6\nbraid-start: 2026-11-23\n---\n\n# P\n\n- [ ] a\n',
    )
    expect(settingsInText(after)).toEqual({ ...six, startDate: '2026-11-23' })
  })

  test('join the front matter that is there, whose lines stay', () => {
    proveEdit(
      '---\ntitle: "P"\ntags: [a]\n---\n# P\n',
      plan => writeSettings(plan, six),
      '---\ntitle: "P"\ntags: [a]\nbraid-workers: 6\n---\n# P\n',
    )
  })

  test('change only the value that is another one', () => {
    proveEdit(
      '---\r\nbraid-workers: 5\r\ntitle: x\r\nbraid-hours-per-day: 7\r\n---\r\n# P\r\n',
      plan => writeSettings(plan, { ...six, hoursPerDay: 7 }),
      '---\r\nbraid-workers: 6\r\ntitle: x\r\nbraid-hours-per-day: 7\r\n---\r\n# P\r\n',
    )
  })

  test('go when they are as usual, and take front matter with them that was theirs alone', () => {
    proveEdit(
      '---\nbraid-workers: 6\ntitle: x\n---\n# P\n',
      plan => writeSettings(plan, usualSettings),
      '---\ntitle: x\n---\n# P\n',
    )
    proveEdit('---\nbraid-workers: 6\n---\n\n# P\n', plan => writeSettings(plan, usualSettings), '# P\n')
    proveEdit('# P\n', plan => writeSettings(plan, usualSettings), '# P\n')
  })

  test('written and taken back leave every template as it was', () => {
    const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.integer({ min: 1, max: 99 }),
        days,
        (template, workers, workingDays) => {
          const plan = parsePlan(renderTemplate(template))
          const settings = { ...usualSettings, workers, workingDays }
          const written = writeSettings(plan, settings)
          if (!written.ok) throw new Error(written.refusal.message)
          const after = applyChange(plan, written.change)
          expect(settingsInText(after) ?? usualSettings).toEqual(settings)
          const taken = writeSettings(after, usualSettings)
          expect(taken.ok && applyChange(after, taken.change).text).toBe(plan.text)
        },
      ),
    )
  })
})
