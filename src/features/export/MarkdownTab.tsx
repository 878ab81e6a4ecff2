import { usePlan, useSession } from '#session/SessionContext.tsx'
import { downloadPlan } from './downloadPlan.ts'
import { ExportText } from './ExportText.tsx'

export function MarkdownTab() {
  const session = useSession()
  const text = usePlan(plan => plan.text)
  return (
    <ExportText
      label="Markdown"
      copyLabel="Copy Markdown"
      text={text}
      whenEmpty="This plan has no text yet."
      onDownload={() => downloadPlan(session)}
    />
  )
}
