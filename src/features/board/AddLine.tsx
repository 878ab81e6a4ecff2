import { useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { classNames } from '#ui/classNames.ts'
import { LineEditor } from '#ui/LineEditor.tsx'
import styles from './AddLine.module.css'
import { useAdding } from './boardContext.ts'
import type { AddSlot } from './boardStore.ts'

interface AddLineProps {
  readonly slot: AddSlot
  /** The verb on the button: "Add task". */
  readonly label: string
  /** What is typed: "New task". */
  readonly placeholder: string
  /** Whether it was added. After `enter` the person may want to go on. */
  readonly onAdd: (text: string, how: 'enter' | 'leave') => boolean
  /** After Enter the next one can be typed at once. */
  readonly keepsGoing?: boolean
  /** No button: it opens from a menu only. */
  readonly hidden?: boolean
  /** Left by a key: where there is no button, the focus has to go somewhere else. */
  readonly onDone?: () => void
}

/** A button that turns into a line to type in. Enter adds, Escape leaves, clicking away adds what was typed. */
export function AddLine({ slot, label, placeholder, onAdd, keepsGoing = false, hidden = false, onDone }: AddLineProps) {
  const [adding, setAdding] = useAdding(slot)
  const [round, setRound] = useState(0)
  const takeFocusBack = useRef(false)

  if (adding) {
    return (
      <div className={classNames(styles.line, hidden && styles.below)}>
        <LineEditor
          key={round}
          value=""
          label={placeholder}
          placeholder={placeholder}
          select={0}
          className={styles.editor ?? ''}
          onLeave={({ text, how }) => {
            const added = how !== 'cancel' && text !== '' && onAdd(text, how)
            takeFocusBack.current = how !== 'leave'
            if (added && how === 'enter' && keepsGoing) setRound(round + 1)
            else setAdding(false)
            if (how !== 'leave') onDone?.()
          }}
        />
      </div>
    )
  }
  if (hidden) return null
  return (
    <Button
      ref={(node: HTMLButtonElement | null) => {
        if (node && takeFocusBack.current) node.focus()
        takeFocusBack.current = false
      }}
      variant="quiet"
      size="small"
      icon="plus"
      className={styles.button}
      onClick={() => setAdding(true)}
    >
      {label}
    </Button>
  )
}
