import { useMemo } from 'react'
import { previewPieces } from '#plan/export/previewPieces.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import styles from './PreviewTab.module.css'

/** The Markdown as a reader sees it, drawn piece by piece as it comes into view. */
export function PreviewTab() {
  const text = usePlan(plan => plan.text)
  const { pieces, definitions } = useMemo(() => previewPieces(text), [text])
  return (
    // A text that scrolls must take focus to be scrolled with keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.page} tabIndex={0} aria-label="Preview">
      {pieces.map(piece => (
        <PreviewPart key={piece.from} piece={piece} definitions={definitions} />
      ))}
    </section>
  )
}
