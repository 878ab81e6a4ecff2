import type { NodeId } from '#plan/plan.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { loadBoardMenu } from './BoardOverlays.tsx'
import { useOpenMenu } from './boardContext.ts'

interface NodeMenuProps {
  readonly id: NodeId
  /** Whose menu it is: "Stream A actions". */
  readonly label: string
  readonly className?: string | undefined
}

/** The button of a menu. The menu itself is one for the whole board and loads when a pointer comes near. */
export function NodeMenu({ id, label, className }: NodeMenuProps) {
  const openMenu = useOpenMenu()
  return (
    <IconButton
      icon="more"
      size="small"
      label={label}
      className={className}
      aria-haspopup="menu"
      onPointerEnter={loadBoardMenu}
      onClick={event => openMenu(id, event.currentTarget)}
    />
  )
}

export function CardMenu({ id }: { readonly id: NodeId }) {
  return <NodeMenu id={id} label="Task actions" />
}
