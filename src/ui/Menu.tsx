import { DropdownMenu } from 'radix-ui'
import { createContext, type ReactNode, use, useState } from 'react'
import { rememberChoice, rememberOpener } from './focusReturn.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Menu.module.css'
import { NARROW, useMediaQuery } from './useMediaQuery.ts'

interface MenuAtProps {
  /** The element it belongs to; focus returns there. */
  readonly anchor: HTMLElement
  /** Where a context menu was asked for, in client px; without it the menu opens under the anchor. */
  readonly at?: { readonly x: number; readonly y: number }
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu stands in the landmark of what it belongs to: outside of all, a screen reader would not find it. */
const LandmarkContext = createContext<HTMLElement | null>(null)

/** A menu that is open as long as it is rendered: one for a thousand cards, loaded when the first is asked for. */
export function MenuAt({ anchor, at, label, onClose, children }: MenuAtProps) {
  const landmark = anchor.closest<HTMLElement>('[role="dialog"], main') ?? anchor.closest('header') ?? document.body
  const box = anchor.getBoundingClientRect()
  const place = at
    ? { left: at.x, top: at.y, width: 0, height: 0 }
    : { left: box.left, top: box.top, width: box.width, height: box.height }
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={open => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className={styles.place} style={place} aria-hidden="true" tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark}>
        <DropdownMenu.Content
          ref={menu => {
            if (menu) rememberOpener(menu, anchor)
          }}
          className={styles.menu}
          aria-label={label}
          align="start"
          sideOffset={at ? 2 : 4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (document.activeElement === document.body) anchor.focus()
          }}
        >
          <LandmarkContext value={landmark}>{children}</LandmarkContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  readonly children: ReactNode
  readonly onSelect: () => void
  readonly icon?: IconName
  /** The key that does the same. */
  readonly hint?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** It is about to be chosen, by pointer or keys; and no longer. */
  readonly onFocus?: () => void
  readonly onBlur?: () => void
}

export function MenuItem({ children, onSelect, icon, hint, danger = false, disabled = false, ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      {...rest}
      className={styles.item}
      onSelect={() => {
        rememberChoice()
        onSelect()
      }}
      disabled={disabled}
      data-danger={danger || undefined}
    >
      <span className={styles.mark}>{icon && <Icon name={icon} />}</span>
      <span className={styles.text}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </DropdownMenu.Item>
  )
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly mark?: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several; `mark` stands before the label. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={chosen => {
        const option = options.find(each => each.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      {options.map(option => (
        <DropdownMenu.RadioItem key={option.value} className={styles.item} value={option.value}>
          <span className={styles.mark}>
            <DropdownMenu.ItemIndicator>
              <Icon name="check" />
            </DropdownMenu.ItemIndicator>
          </span>
          {option.mark && <span className={styles.lead}>{option.mark}</span>}
          <span className={styles.text}>{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface MenuSubProps {
  readonly label: ReactNode
  readonly icon?: IconName
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A menu beside its item; on a phone, where nothing fits beside it, it unfolds below. */
export function MenuSub(props: MenuSubProps) {
  return useMediaQuery(NARROW) ? <MenuFold {...props} /> : <MenuBeside {...props} />
}

function MenuBeside({ label, icon, disabled = false, children }: MenuSubProps) {
  const landmark = use(LandmarkContext)
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles.item} disabled={disabled}>
        <span className={styles.mark}>{icon && <Icon name={icon} />}</span>
        <span className={styles.text}>{label}</span>
        <Icon name="chevron-right" size={12} />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={landmark}>
        <DropdownMenu.SubContent className={styles.menu} sideOffset={2} alignOffset={-5} collisionPadding={8} loop>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}

function MenuFold({ label, icon, disabled = false, children }: MenuSubProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <DropdownMenu.Item
        className={styles.item}
        disabled={disabled}
        aria-expanded={open}
        onSelect={event => {
          event.preventDefault()
          setOpen(!open)
        }}
      >
        <span className={styles.mark}>{icon && <Icon name={icon} />}</span>
        <span className={styles.text}>{label}</span>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={12} />
      </DropdownMenu.Item>
      {open && <DropdownMenu.Group className={styles.fold}>{children}</DropdownMenu.Group>}
    </>
  )
}

/** A heading over the items that follow. */
export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={styles.label}>{children}</DropdownMenu.Label>
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles.separator} />
}
