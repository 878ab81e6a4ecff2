import { Fragment, type ReactNode, useRef } from 'react'
import type { TextMark } from '#session/review/textMarks.ts'
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
  /** What decides the text, or is to be known of it; stands above it. */
  readonly options?: ReactNode
  /** What the review found in it. */
  readonly marks?: readonly TextMark[]
  readonly onDownload: () => void
}

/** A text to be taken away: seen exactly as it is, copied, or saved as a file. */
export function ExportText({ label, copyLabel, text, whenEmpty, options, marks = [], onDownload }: ExportTextProps) {
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must take focus to be scrolled with keys
        <section className={styles.text} tabIndex={0} aria-label={label}>
          <pre ref={shown}>{markedText(text, marks)}</pre>
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

/** The same text; copying it gives nothing else. */
function markedText(text: string, marks: readonly TextMark[]): ReactNode {
  const pieces = marks.map(({ from, to, severity, words }, index) => (
    <Fragment key={from}>
      {breakLongWords(text.slice(marks[index - 1]?.to ?? 0, from))}
      <mark className={styles.mark} data-severity={severity} title={words}>
        {breakLongWords(text.slice(from, to))}
      </mark>
    </Fragment>
  ))
  return [...pieces, breakLongWords(text.slice(marks.at(-1)?.to ?? 0))]
}
