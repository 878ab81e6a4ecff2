import { IconButton } from '#ui/IconButton.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import styles from './Timeline.module.css'
import type { Grouping } from './timelineRows.ts'

interface TimelineToolsProps {
  readonly grouping: Grouping
  readonly onGrouping: (grouping: Grouping) => void
  readonly zoom: number
  readonly mostZoom: number
  readonly onZoom: (factor: number) => void
}

/** How the rows stand together, and how wide an hour is. */
export function TimelineTools({ grouping, onGrouping, zoom, mostZoom, onZoom }: TimelineToolsProps) {
  return (
    <>
      <Segmented
        label="Rows"
        value={grouping}
        onChange={onGrouping}
        options={[
          { value: 'phase', label: 'By phase' },
          { value: 'worker', label: 'By worker' },
        ]}
      />
      <div className={styles.zoom}>
        <IconButton icon="minus" label="Zoom out" disabled={zoom <= 1} onClick={() => onZoom(1 / 1.5)} />
        <IconButton icon="plus" label="Zoom in" disabled={zoom >= mostZoom} onClick={() => onZoom(1.5)} />
      </div>
    </>
  )
}
