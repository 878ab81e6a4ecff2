import { MenuAt, MenuItem, MenuSeparator } from '#ui/Menu.tsx'

interface HeaderMenuProps {
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onShare: () => void
  readonly onHistory: () => void
  readonly onCommands: () => void
  readonly onDownload: () => void
  readonly onShortcuts: () => void
}

export function HeaderMenu({
  anchor,
  onClose,
  onExport,
  onShare,
  onHistory,
  onCommands,
  onDownload,
  onShortcuts,
}: HeaderMenuProps) {
  return (
    <MenuAt anchor={anchor} label="More" onClose={onClose}>
      <MenuItem icon="upload" onSelect={onExport}>
        Export
      </MenuItem>
      <MenuItem icon="link" onSelect={onShare}>
        Share a link
      </MenuItem>
      <MenuItem icon="download" onSelect={onDownload}>
        Download Markdown
      </MenuItem>
      <MenuItem icon="terminal" onSelect={onCommands}>
        Execution commands
      </MenuItem>
      <MenuItem icon="clock" onSelect={onHistory}>
        History
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="settings" hint="?" onSelect={onShortcuts}>
        Keyboard shortcuts
      </MenuItem>
    </MenuAt>
  )
}
