import { type ReactNode, useRef, useState } from 'react'
import { classNames } from './classNames.ts'
import styles from './EditableText.module.css'
import { type Leave, LineEditor } from './LineEditor.tsx'

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
  const selectAll = useRef(true)

  const setEditing = (next: boolean) => {
    setOwn(next)
    onEditingChange?.(next)
  }
  const start = (all: boolean) => {
    selectAll.current = all
    setEditing(true)
  }
  const leave = ({ text, how }: Leave) => {
    takeFocusBack.current = how !== 'leave'
    if (how !== 'cancel' && text !== value && (text !== '' || allowEmpty)) onCommit(text, how)
    setEditing(false)
  }

  if (editing) {
    return (
      <LineEditor
        value={value}
        label={label}
        placeholder={placeholder}
        selectAll={selectAll.current}
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
        const byKey = event.detail === 0
        if (byKey || startOn === 'click') start(byKey)
      }}
      onDoubleClick={() => startOn === 'double-click' && start(false)}
      onKeyDown={event => {
        if (event.key === 'F2') start(true)
      }}
    >
      {value === '' ? <span className={styles.placeholder}>{placeholder || label}</span> : (props.children ?? value)}
    </button>
  )
}
