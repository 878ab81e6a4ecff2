import { useState } from 'react'
import type { Exporter } from '#plan/export/exporter.ts'
import { exporters } from '#plan/export/exporters.ts'
import { fileName } from '#plan/export/fileName.ts'
import { planParts } from '#plan/export/planParts.ts'
import { encodeFile, plainEnvelope } from '#plan/file.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { downloadFile } from '#ui/downloadFile.ts'
import { Segmented } from '#ui/Segmented.tsx'
import { Select } from '#ui/Select.tsx'
import { ExportText } from './ExportText.tsx'

const formats = [
  { value: 'checklist', label: 'GitHub task list' },
  { value: 'plain-checklist', label: 'Plain text' },
] as const
type Format = (typeof formats)[number]['value']

const wholePlan = 'whole'

interface Scope {
  readonly value: string
  readonly label: string
  readonly id: NodeId | null
}

/** The tasks alone, of the plan or a part of it, to paste where people tick them. */
export function ChecklistTab() {
  const plan = usePlan(whole => whole)
  const { fallbackName } = useSession()
  const [format, setFormat] = useState<Format>('checklist')
  const [chosen, setChosen] = useState(wholePlan)
  const [openOnly, setOpenOnly] = useState(false)
  const [priorities, setPriorities] = useState(true)

  const scopes = scopesOf(plan)
  const scope = scopes.find(each => each.value === chosen) ?? scopes[0]
  const exporter = exporterFor(format)
  const text = exporter.render(plan, { scope: scope?.id ?? null, openOnly, priorities })
  const download = () => {
    const name = scope?.id ? scope.label.trim() : `${plan.title ?? fallbackName} checklist`
    downloadFile(fileName(name, exporter.extension), exporter.mediaType, encodeFile(text, plainEnvelope))
  }

  return (
    <ExportText
      label="Checklist"
      copyLabel="Copy checklist"
      text={text}
      whenEmpty={openOnly ? 'Nothing is open here.' : 'There are no tasks here.'}
      onDownload={download}
      options={
        <>
          <Select label="Part of the plan" value={scope?.value ?? wholePlan} options={scopes} onChange={setChosen} />
          <Segmented label="Format" options={formats} value={format} onChange={setFormat} />
          <Checkbox
            label="Open only"
            state={openOnly ? 'checked' : 'unchecked'}
            onToggle={() => setOpenOnly(!openOnly)}
          />
          <Checkbox
            label="Priorities"
            state={priorities ? 'checked' : 'unchecked'}
            onToggle={() => setPriorities(!priorities)}
          />
        </>
      }
    />
  )
}

function scopesOf(plan: Plan): readonly Scope[] {
  const parts = planParts(plan, null).flatMap(({ id, level, title }) =>
    id !== null && title !== null ? [{ value: String(id), label: `${level === 3 ? '\u2003' : ''}${title}`, id }] : [],
  )
  return [{ value: wholePlan, label: 'Whole plan', id: null }, ...parts]
}

function exporterFor(format: Format): Exporter {
  const exporter = exporters.find(each => each.id === format)
  if (!exporter) throw new Error(`No exporter is called ${format}`)
  return exporter
}
