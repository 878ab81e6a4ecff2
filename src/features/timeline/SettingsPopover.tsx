import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { SettingsForm } from './SettingsForm.tsx'

interface SettingsPopoverProps {
  /** What the schedule takes for a task that nobody estimated. */
  readonly hoursPerTask: number | null
}

export function SettingsPopover({ hoursPerTask }: SettingsPopoverProps) {
  return (
    <Popover
      align="end"
      label="Settings"
      trigger={
        <Button size="small" icon="settings">
          Settings
        </Button>
      }
    >
      <SettingsForm hoursPerTask={hoursPerTask} />
    </Popover>
  )
}
