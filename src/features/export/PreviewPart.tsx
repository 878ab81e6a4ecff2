import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { PreviewPiece } from '#plan/export/previewPieces.ts'
import styles from './PreviewTab.module.css'

const RenderedMarkdown = lazy(async () => ({
  default: (await import('./RenderedMarkdown.tsx')).RenderedMarkdown,
}))

interface PreviewPartProps {
  readonly piece: PreviewPiece
  readonly definitions: string
}

/** Plain words until it comes near the view, and for good where drawing it would take too long. */
export function PreviewPart({ piece, definitions }: PreviewPartProps) {
  const part = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)

  useEffect(() => {
    const node = part.current
    if (!node || piece.plain) return
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: '600px' },
    )
    observer.observe(node)
    return () => observer.disconnect()
  }, [piece.plain])

  const words = <div className={styles.plain}>{piece.text}</div>
  return (
    <div ref={part} className={styles.part}>
      {isNear && !piece.plain ? (
        <Suspense fallback={words}>
          <RenderedMarkdown text={piece.text} definitions={definitions} name={String(piece.from)} />
        </Suspense>
      ) : (
        words
      )}
    </div>
  )
}
