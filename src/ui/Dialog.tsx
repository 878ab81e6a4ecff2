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
  const dialog = useRef<HTMLDivElement>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        {/* Not Radix's own overlay: that one locks scrolling by a style element, which our policy forbids. */}
        <div className={styles.scrim} data-scrim="" aria-hidden="true" />
        <Radix.Content
          className={classNames(styles.dialog, styles[size])}
          {...(description ? {} : { 'aria-describedby': undefined })}
          ref={dialog}
          onOpenAutoFocus={event => {
            cameFrom.current = focusToReturn()
            event.preventDefault()
            firstToFocus(dialog.current)?.focus()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            cameFrom.current?.focus()
          }}
          onEscapeKeyDown={event => {
            // Escape belongs to the text being edited before it belongs to the dialog.
            if (isWithin(event.target, '[data-editing]')) event.preventDefault()
          }}
          onInteractOutside={event => {
            if (isWithin(event.target, '[data-toast]')) event.preventDefault()
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="close" label="Close" className={styles.close} />
            </Radix.Close>
            {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
          </header>
          {children && (
            <div className={styles.body} data-body="">
              {children}
            </div>
          )}
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What a person came for: the first control of the body. A finger came to read first, and wants no keyboard yet. */
function firstToFocus(dialog: HTMLElement | null): HTMLElement | null | undefined {
  if (matchMedia('(pointer: coarse)').matches) return dialog
  const controls = '[data-body] :is(input, select, textarea, button, a[href]):not(:disabled, [tabindex="-1"])'
  return dialog?.querySelector<HTMLElement>(controls) ?? dialog
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
