import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { classNames } from './classNames.ts'
import styles from './Dialog.module.css'
import { focusToReturn } from './focusReturn.ts'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** One sentence under the title. */
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** 400, 560 or 800 px. Under 640 px of window every dialog is a sheet at the bottom. */
  readonly size?: 'small' | 'medium' | 'large'
}

export function Dialog({ open, onOpenChange, title, description, children, footer, size = 'medium' }: DialogProps) {
  const cameFrom = useRef<HTMLElement>(undefined)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={classNames(styles.dialog, styles[size])}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            cameFrom.current = focusToReturn()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            cameFrom.current?.focus()
          }}
          onEscapeKeyDown={event => {
            // Escape belongs to the text being edited before it belongs to the dialog.
            if (event.target instanceof Element && event.target.closest('[data-editing]')) event.preventDefault()
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="close" label="Close" className={styles.close} />
            </Radix.Close>
            {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
          </header>
          {children && <div className={styles.body}>{children}</div>}
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
