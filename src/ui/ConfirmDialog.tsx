import { AlertDialog } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'
import { classNames } from './classNames.ts'
import styles from './Dialog.module.css'
import { focusToReturn } from './focusReturn.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** A question that names the thing: "Delete the plan "Checkout"?" */
  readonly title: string
  /** What is lost, what stays, whether it can be undone. */
  readonly description: ReactNode
  /** The verb of the question: "Delete plan". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly danger?: boolean
}

/** A question that must be answered. Focus starts on Cancel. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, onConfirm, danger = false } = props
  const cameFrom = useRef<HTMLElement>(undefined)
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        {/* As in Dialog.tsx. */}
        <div className={styles.scrim} data-scrim="" aria-hidden="true" />
        <AlertDialog.Content
          className={classNames(styles.dialog, styles.small)}
          onOpenAutoFocus={() => {
            cameFrom.current = focusToReturn()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            cameFrom.current?.focus()
          }}
        >
          <header className={styles.header}>
            <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
            <AlertDialog.Description className={styles.description}>{description}</AlertDialog.Description>
          </header>
          <footer className={classNames(styles.footer, styles.plain)}>
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </AlertDialog.Action>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
