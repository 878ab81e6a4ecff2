import { useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
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
}

/** A button that turns into a line to type in. Enter adds, Escape leaves, clicking away adds what was typed. */
export function AddLine({ slot, label, placeholder, onAdd, keepsGoing = false, hidden = false }: AddLineProps) {
  const [adding, setAdding] = useAdding(slot)
  const [round, setRound] = useState(0)
  const takeFocusBack = useRef(false)

  if (adding) {
    return (
      <div className={styles.line}>
        <LineEditor
          key={round}
          value=""
          label={placeholder}
          placeholder={placeholder}
          selectAll={false}
          className={styles.editor ?? ''}
          onLeave={({ text, how }) => {
            const added = how !== 'cancel' && text !== '' && onAdd(text, how)
            takeFocusBack.current = how !== 'leave'
            if (added && how === 'enter' && keepsGoing) setRound(round + 1)
            else setAdding(false)
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
