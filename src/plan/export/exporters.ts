import { renderChecklist, taskListStyle, wordsStyle } from './checklist.ts'
import type { Exporter } from './exporter.ts'

/** The plan's own text, whole, whatever the options say. */
const markdown: Exporter = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  render: plan => plan.text,
}

const checklist: Exporter = {
  id: 'checklist',
  label: 'GitHub task list',
  extension: 'md',
  mediaType: 'text/markdown',
  render: (plan, options) => renderChecklist(plan, options, taskListStyle),
}

const plainChecklist: Exporter = {
  id: 'plain-checklist',
  label: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain',
  render: (plan, options) => renderChecklist(plan, options, wordsStyle),
}

export const exporters: readonly Exporter[] = [markdown, checklist, plainChecklist]
