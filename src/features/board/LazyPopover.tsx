import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react'

const Popover = lazy(() => import('#ui/Popover.tsx').then(module => ({ default: module.Popover })))

interface LazyPopoverProps {
  /** What the button says; it is drawn by `className`. */
  readonly button: ReactNode
  readonly buttonProps: ComponentProps<'button'>
  /** What it holds, for those who hear it. */
  readonly label: string
  /** Rendered while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/**
 * A popover whose code is loaded when the first is opened. It opens when its content is there too, so lazy content is
 * welcome: a popover that grew later would not look for the side with more room.
 */
export function LazyPopover({ button, buttonProps, label, children }: LazyPopoverProps) {
  const [asked, setAsked] = useState(false)
  const [open, setOpen] = useState(false)
  const plain = (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      {...buttonProps}
      onClick={() => {
        setAsked(true)
        setOpen(true)
      }}
    >
      {button}
    </button>
  )
  if (!asked) return plain
  const trigger = (
    <button type="button" {...buttonProps}>
      {button}
    </button>
  )
  return (
    <Suspense fallback={plain}>
      <Popover trigger={trigger} label={label} open={open} onOpenChange={setOpen}>
        {children(() => setOpen(false))}
      </Popover>
    </Suspense>
  )
}
