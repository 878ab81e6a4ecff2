import { useMemo, useState } from 'react'
import { previewPieces } from '#plan/export/previewPieces.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { createDrawQueue } from './drawQueue.ts'
import { PreviewPart } from './PreviewPart.tsx'
import styles from './PreviewTab.module.css'

/** The Markdown as a reader sees it, drawn piece by piece as it comes into view. */
export function PreviewTab() {
  const text = usePlan(plan => plan.text)
  const { pieces, definitions } = useMemo(() => previewPieces(text), [text])
  const [isTooSlow, setTooSlow] = useState(false)
  const [queue] = useState(() => createDrawQueue(() => setTooSlow(true)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must take focus to be scrolled with keys
    <section className={styles.page} tabIndex={0} aria-label="Preview">
      {isTooSlow && (
        <p className={styles.note} role="status">
          Drawing this plan takes too long here, so the rest of it is shown as plain text.
        </p>
      )}
      {pieces.map(piece => (
        <PreviewPart key={piece.from} piece={piece} definitions={definitions} queue={queue} />
      ))}
    </section>
  )
}
