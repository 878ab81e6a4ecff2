import { describe, expect, test } from 'vitest'
import { compareCommands } from '#plan/execution/compareCommands.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { proveEdit, refusalOf } from './editProof.fixture.ts'
import { removeStrayCommands } from './removeStrayCommands.ts'

const base = '# P\n\n## Phase 1: Base\n\n### Stream A: Map\n- [ ] a\n\n## Execution Commands\n```bash\n'

describe('removing the commands of phases that the plan does not have', () => {
  test('takes their comment and one blank line along', () => {
    const first = '# Phase 1: Base\nclaude "draw"\n'
    const second = '# Phase 2: Ship\ngit pull\nclaude "ship"\n'
    proveEdit(`${base}${first}\n${second}\`\`\`\n`, removeStrayCommands, `${base}${first}\`\`\`\n`)
    proveEdit(`${base}${second}\n${first}\`\`\`\n`, removeStrayCommands, `${base}${first}\`\`\`\n`)
    proveEdit(
      `${base}${second}\n${first}\n# Phase 3: Sell\nclaude "sell"\n\`\`\`\n`,
      removeStrayCommands,
      `${base}${first}\`\`\`\n`,
    )
  })

  test('comments that name no phase are not asked about', () => {
    const text = `${base}# Phase 1: Base\nclaude "draw"\n\n# At the end\nclaude "party"\n\`\`\`\n`
    expect(refusalOf(text, removeStrayCommands)).toBe('no-strays')
  })

  test('the four templates with a Phase 3 of their commands alone lose it', () => {
    const touched = templates.flatMap(template => {
      const plan = parsePlan(renderTemplate(template))
      return compareCommands(plan).strays.map(({ label }) => [template.id, label])
    })
    expect(touched).toEqual([
      ['web-application', 'Phase 3: Integration and deployment (Day 5+)'],
      ['mobile-application', 'Phase 3: Integration and deployment'],
      ['data-pipeline', 'Phase 3: Integration and deployment'],
      ['ml-application', 'Phase 3: Integration and deployment'],
    ])
    for (const template of templates) {
      const text = renderTemplate(template)
      if (!touched.some(([id]) => id === template.id)) continue
      proveEdit(text, removeStrayCommands, text.replace(/\n\n# Phase 3:[^`]*(?=\n```)/, ''))
    }
  })
})
