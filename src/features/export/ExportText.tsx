import { type ReactNode, useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import { breakLongWords } from '#ui/breakLongWords.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import styles from './ExportText.module.css'

interface ExportTextProps {
  /** What the text is: 'Markdown', 'Checklist'. */
  readonly label: string
  /** 'Copy Markdown' */
  readonly copyLabel: string
  readonly text: string
  /** Shown instead of an empty text. */
  readonly whenEmpty: string
  /** What decides the text; stands above it. */
  readonly options?: ReactNode
  readonly onDownload: () => void
}

/** A text to be taken away: seen exactly as it is, copied, or saved as a file. */
export function ExportText({ label, copyLabel, text, whenEmpty, options, onDownload }: ExportTextProps) {
  const shown = useRef<HTMLPreElement>(null)
  const select = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
  }
  return (
    <div className={styles.layout}>
      {options && <div className={styles.options}>{options}</div>}
      {text === '' ? (
        <p className={styles.empty}>{whenEmpty}</p>
      ) : (
        // A text that scrolls must take focus to be scrolled with keys.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={styles.text} tabIndex={0} aria-label={label}>
          <pre ref={shown}>{breakLongWords(text)}</pre>
        </section>
      )}
      <div className={styles.actions}>
        <CopyButton label={copyLabel} text={text} onRefused={select} />
        <Button icon="download" onClick={onDownload}>
          Download
        </Button>
      </div>
    </div>
  )
}
