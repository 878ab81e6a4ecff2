import { MenuAt, MenuItem, MenuSeparator } from '#ui/Menu.tsx'

interface PlanMenuProps {
  readonly name: string
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onRename: () => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

/** Apart from the list, so that the first screen loads without menus. */
export function PlanMenu({ name, anchor, onClose, onRename, onDuplicate, onDelete }: PlanMenuProps) {
  return (
    <MenuAt anchor={anchor} label={`Actions for ${name}`} onClose={onClose}>
      <MenuItem icon="edit" onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuItem icon="copy" onSelect={onDuplicate}>
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="trash" danger onSelect={onDelete}>
        Delete
      </MenuItem>
    </MenuAt>
  )
}
