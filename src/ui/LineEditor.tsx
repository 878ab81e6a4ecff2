import { type ClipboardEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { classNames } from './classNames.ts'
import styles from './EditableText.module.css'
import { joinLines, singleLine } from './singleLine.ts'

export interface Leave {
  readonly text: string
  readonly how: 'enter' | 'leave' | 'cancel'
}

/** What is selected at the start: everything, or nothing with the caret at an offset. */
export type Select = 'all' | number

interface LineEditorProps {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly select: Select
  /** Called once. */
  readonly onLeave: (leave: Leave) => void
  readonly className?: string
}

/** One line of text that wraps and grows while it is typed. Enter and leaving commit, leaving the page as well; Escape cancels. */
export function LineEditor({ value, label, placeholder, select, onLeave, className }: LineEditorProps) {
  const [draft, setDraft] = useState(value)
  const begun = useRef(false)
  const left = useRef(false)
  const leave = (how: Leave['how'], text: string) => {
    if (left.current) return
    left.current = true
    onLeave({ text: singleLine(text), how })
  }
  const onPageHide = useEffectEvent(() => leave('leave', draft))
  useEffect(() => {
    // Before those who write down what is not stored yet, and who listen for the same.
    const listening = new AbortController()
    addEventListener('pagehide', () => onPageHide(), { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [])

  return (
    <span className={classNames(styles.editor, className)} data-editing="" data-text={draft || placeholder}>
      <textarea
        ref={node => {
          // React calls it after every change; only the first may move the caret.
          if (!node || begun.current) return
          begun.current = true
          node.focus({ preventScroll: true })
          node.setSelectionRange(select === 'all' ? 0 : select, select === 'all' ? node.value.length : select)
          node.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        }}
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        enterKeyHint="done"
        value={draft}
        onChange={event => {
          const { value: text } = event.currentTarget
          const typed = event.nativeEvent as InputEvent
          // Some phone keyboards send no Enter key, only the line break it makes.
          if (typed.inputType === 'insertLineBreak') leave('enter', draft)
          else setDraft(typed.isComposing ? text : text.replaceAll('\n', ' '))
        }}
        onKeyDown={event => onKey(event, leave)}
        onPaste={pasteAsOneLine}
        onBlur={event => leave('leave', event.currentTarget.value)}
      />
    </span>
  )
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, leave: (how: Leave['how'], text: string) => void) {
  // Enter and Escape of an input method choose and drop candidates; 229 is how Safari says so.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  event.stopPropagation()
  if (event.key !== 'Enter' && event.key !== 'Escape') return
  event.preventDefault()
  leave(event.key === 'Enter' ? 'enter' : 'cancel', event.currentTarget.value)
}

function pasteAsOneLine(event: ClipboardEvent<HTMLTextAreaElement>) {
  const text = event.clipboardData.getData('text/plain')
  const line = joinLines(text)
  if (line === text) return
  event.preventDefault()
  // Deprecated, yet the only way to insert that the person can undo.
  document.execCommand('insertText', false, line)
}
