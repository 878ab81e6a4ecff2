import { renderTemplate, templates } from '../src/plan/templates/templates.ts'

/** A native plan of about `tasks` tasks: the phases of the microservices template, over and over. */
export function makePlan(tasks: number): string {
  const template = templates.find(({ id }) => id === 'microservices') ?? templates[0]
  if (!template) throw new Error('There are no templates')
  const text = renderTemplate(template)
  const phases = text.slice(text.indexOf('## Phase 1'), text.indexOf('## Sequential'))
  const each = phases.split('- [ ]').length - 1
  return `# Implementation Plan: Bench\n\n${phases.repeat(Math.ceil(tasks / each))}`
}

/** `columns` streams in one phase with `tasks` tasks in all. */
export function makeBoardPlan(tasks: number, columns: number): string {
  const lines = ['# Implementation Plan: Bench board', '', '## Phase 1: Everything (Parallel - Day 1-5)', '']
  const words = ['Define', 'Implement', 'Review', 'Measure', 'Document', 'Deploy']
  const priorities = ['Critical', 'High', 'Medium', 'Low']
  for (let column = 0; column < columns; column++) {
    const letter = String.fromCharCode(65 + column)
    lines.push(
      `### Stream ${letter}: Column ${letter}`,
      '**Estimated Time:** 8-16 hours',
      '**Dependencies:** None',
      '**Tasks:**',
    )
    for (let at = 0; at < tasks / columns; at++) {
      const verb = words[(at * 7 + column) % words.length]
      const priority = priorities[(at + column) % priorities.length]
      lines.push(
        `- [${at % 5 === 0 ? 'x' : ' '}] ${verb} part ${at + 1} of column ${letter} for the team (Priority: ${priority})`,
      )
    }
    lines.push('')
  }
  return lines.join('\n')
}
