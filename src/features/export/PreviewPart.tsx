import { type ComponentType, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PreviewPiece } from '#plan/export/previewPieces.ts'
import { breakLongWords } from '#ui/breakLongWords.tsx'
import type { DrawQueue } from './drawQueue.ts'
import styles from './PreviewTab.module.css'
import type { RenderedMarkdownProps } from './RenderedMarkdown.tsx'

interface PreviewPartProps {
  readonly piece: PreviewPiece
  readonly definitions: string
  readonly queue: DrawQueue
}

/** Plain words until it comes near the view, and for good where drawing it would take too long. */
export function PreviewPart({ piece, definitions, queue }: PreviewPartProps) {
  const part = useRef<HTMLDivElement>(null)
  const [Rendered, setRendered] = useState<ComponentType<RenderedMarkdownProps> | null>(null)

  useEffect(() => {
    const node = part.current
    if (!node || piece.plain) return
    let leave: () => void = () => {}
    let isGone = false
    const observer = new IntersectionObserver(
      async entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        observer.disconnect()
        // What cannot be loaded stays plain words.
        const renderer = await import('./RenderedMarkdown.tsx').catch(() => null)
        // Drawn within its turn, so that the queue sees how long it takes.
        if (renderer && !isGone) leave = queue.add(() => flushSync(() => setRendered(() => renderer.RenderedMarkdown)))
      },
      { rootMargin: '600px' },
    )
    observer.observe(node)
    return () => {
      isGone = true
      observer.disconnect()
      leave()
    }
  }, [piece.plain, queue])

  return (
    <div ref={part} className={styles.part}>
      {Rendered ? (
        <Rendered text={piece.text} definitions={definitions} name={String(piece.from)} />
      ) : (
        <div className={styles.plain}>{breakLongWords(piece.text)}</div>
      )}
    </div>
  )
}
