import { type ReactNode, useRef, useState } from 'react'
import { breakLongWords } from './breakLongWords.tsx'
import { classNames } from './classNames.ts'
import styles from './EditableText.module.css'
import { type Leave, LineEditor, type Select } from './LineEditor.tsx'

interface EditableTextProps {
  readonly value: string
  /** What the text is: "Plan title". */
  readonly label: string
  /** Called with one line of text, and only when it differs. `enter` says that the person may want to go on. */
  readonly onCommit: (text: string, how: 'enter' | 'leave') => void
  readonly placeholder?: string
  /** What a pointer must do; Enter, Space and F2 always start. */
  readonly startOn?: 'click' | 'double-click'
  /** To start and stop from outside. */
  readonly editing?: boolean
  readonly onEditingChange?: (editing: boolean) => void
  /** Without it an emptied text counts as cancelled. */
  readonly allowEmpty?: boolean
  /** Shown in place of `value` while not editing, such as text with links taken out of it. */
  readonly children?: ReactNode
  readonly className?: string
}

/** Text that is edited where it stands. It takes the size and weight of its surroundings. */
export function EditableText(props: EditableTextProps) {
  const { value, label, onCommit, placeholder = '', startOn = 'click', allowEmpty = false, onEditingChange } = props
  const [own, setOwn] = useState(false)
  const editing = props.editing ?? own
  const takeFocusBack = useRef(false)
  const [select, setSelect] = useState<Select>('all')

  const setEditing = (next: boolean) => {
    setOwn(next)
    onEditingChange?.(next)
  }
  const start = (from: Select) => {
    setSelect(from)
    setEditing(true)
  }
  // Only where the text shown is the text edited does a place in the one say a place in the other.
  const caretAt = (x: number, y: number) => (props.children === undefined && value ? caretFromPoint(x, y) : undefined)
  const leave = ({ text, how }: Leave) => {
    takeFocusBack.current = how !== 'leave'
    setSelect('all')
    if (how !== 'cancel' && text !== value && (text !== '' || allowEmpty)) onCommit(text, how)
    setEditing(false)
  }

  if (editing) {
    return (
      <LineEditor
        value={value}
        label={label}
        placeholder={placeholder}
        select={select}
        onLeave={leave}
        {...(props.className ? { className: props.className } : {})}
      />
    )
  }
  return (
    <button
      type="button"
      ref={node => {
        if (node && takeFocusBack.current) node.focus()
        takeFocusBack.current = false
      }}
      className={classNames(styles.shown, props.className)}
      title={`Edit ${label.toLowerCase()}`}
      onClick={event => {
        // A click without a pointer is Enter or Space.
        if (event.detail === 0) start('all')
        else if (startOn === 'click') start(caretAt(event.clientX, event.clientY) ?? value.length)
      }}
      onDoubleClick={event => {
        if (startOn === 'double-click') start(caretAt(event.clientX, event.clientY) ?? value.length)
      }}
      onKeyDown={event => {
        if (event.key === 'F2') start('all')
      }}
    >
      {value === '' ? (
        <span className={styles.placeholder}>{placeholder || label}</span>
      ) : (
        (props.children ?? breakLongWords(value))
      )}
    </button>
  )
}

/** The offset in the text under a point of the window. */
function caretFromPoint(x: number, y: number): number | undefined {
  // Safari knows it from 26.2 on.
  const caret = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null
  return caret?.offsetNode.nodeType === Node.TEXT_NODE ? caret.offset : undefined
}
