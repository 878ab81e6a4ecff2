import type { ComponentProps } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { loadBoardMenu } from './BoardOverlays.tsx'
import { useOpenOverlay } from './boardContext.ts'

interface NodeMenuProps {
  readonly id: NodeId
  /** Whose menu it is: "Actions of Payments". */
  readonly label: string
  readonly className?: string | undefined
}

/** The button of a menu. The menu itself is one for the whole board and loads when a pointer comes near. */
export function NodeMenu({ id, label, className }: NodeMenuProps) {
  return <MenuButton id={id} label={label} className={className} data-menu={id} />
}

/** The same on a card, whose parts are tab stops only while the card is one (useTabStop). */
export function CardMenu({ id }: { readonly id: NodeId }) {
  return <MenuButton id={id} label="Task actions" tabIndex={-1} data-card-part="" />
}

function MenuButton({ id, ...rest }: { readonly id: NodeId } & Omit<ComponentProps<typeof IconButton>, 'icon' | 'id'>) {
  const openOverlay = useOpenOverlay()
  return (
    <IconButton
      {...rest}
      icon="more"
      size="small"
      aria-haspopup="menu"
      onPointerEnter={loadBoardMenu}
      onClick={({ currentTarget, detail }) =>
        openOverlay({ kind: 'menu', id, opener: currentTarget, byKey: detail === 0 })
      }
    />
  )
}
