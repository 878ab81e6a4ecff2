import { apiService } from './apiService.ts'
import { dataPipeline } from './dataPipeline.ts'
import { microservices } from './microservices.ts'
import { mlApplication } from './mlApplication.ts'
import { mobileApplication } from './mobileApplication.ts'
import type {
  PlanTemplate,
  TemplateIntegrationPoint,
  TemplatePhase,
  TemplateStep,
  TemplateStream,
} from './planTemplate.ts'
import { webApplication } from './webApplication.ts'

/** In the order the library shows them. */
export const templates: readonly PlanTemplate[] = [
  webApplication,
  apiService,
  mobileApplication,
  dataPipeline,
  mlApplication,
  microservices,
]

/** The template as Markdown in the native dialect. Ends in a line break; lines end in LF. */
export function renderTemplate(template: PlanTemplate): string {
  const blocks = [
    [`# Implementation Plan: ${template.titlePlaceholder}`],
    ['## Overview', template.overview],
    ...template.phases.flatMap(phase => [[phaseHeading(phase)], ...phase.streams.map(streamLines)]),
    ['## Sequential Integration Points'],
    ...template.integrationPoints.map(integrationPointLines),
    ['## Execution Commands', '```bash', template.execution.map(stepLines).join('\n\n'), '```'],
    ['## Success Criteria', ...template.criteria.map(checkLine)],
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function phaseHeading({ number, name, mode, days }: TemplatePhase): string {
  const prefix = mode === null ? '' : `${capitalised(mode)} - `
  return `## Phase ${number}: ${name} (${prefix}Day ${days.from}-${days.to})`
}

function streamLines({ key, name, estimate, dependencies, tasks }: TemplateStream): string[] {
  const references = dependencies.map(({ text, qualifier }) => (qualifier === null ? text : `${text} (${qualifier})`))
  return [
    `### Stream ${key}: ${name}`,
    ...(estimate === null ? [] : [`**Estimated Time:** [${estimate.min}-${estimate.max}] hours`]),
    `**Dependencies:** ${references.join(', ') || 'None'}`,
    '**Tasks:**',
    ...tasks.map(({ text, priority }) => `- [ ] ${text} (Priority: ${capitalised(priority)})`),
  ]
}

function integrationPointLines({ number, name, after, checks }: TemplateIntegrationPoint): string[] {
  const gate = after === 'final' ? 'Final' : `After Phase ${after.phase}`
  return [`### Integration ${number}: ${name} (${gate})`, ...checks.map(checkLine)]
}

function stepLines({ comment, prompts, parallel }: TemplateStep): string {
  const command = parallel
    ? ['claude --parallel', ...prompts.map(quoted)].join(' \\\n  ')
    : `claude ${prompts.map(quoted).join(' ')}`
  return `# ${comment}\n${command}`
}

function checkLine(text: string): string {
  return `- [ ] ${text}`
}

function quoted(prompt: string): string {
  return `"${prompt}"`
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
