import { useMemo } from 'react'
import { textMarks } from '#session/review/textMarks.ts'
import { useFindings } from '#session/review/useReview.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { downloadPlan } from './downloadPlan.ts'
import styles from './ExportText.module.css'
import { ExportText } from './ExportText.tsx'

export function MarkdownTab() {
  const session = useSession()
  const plan = usePlan(now => now)
  const findings = useFindings()
  const marks = useMemo(() => textMarks(findings ?? [], plan), [findings, plan])
  return (
    <ExportText
      label="Markdown"
      copyLabel="Copy Markdown"
      text={plan.text}
      whenEmpty="This plan has no text yet."
      options={
        marks.length > 0 && (
          <p className={styles.note}>
            <mark className={styles.mark}>Underlined</mark>: what the review found. The line is not part of the text.
          </p>
        )
      }
      marks={marks}
      onDownload={() => downloadPlan(session)}
    />
  )
}
