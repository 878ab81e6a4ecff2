import type { Priority } from '#plan/plan.ts'
import styles from './PriorityBars.module.css'

const bars: Record<Priority, number> = { critical: 4, high: 3, medium: 2, low: 1 }

export const priorityNames: Record<Priority, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

interface PriorityBarsProps {
  readonly priority: Priority | null
  /** The word stands beside it. */
  readonly decorative?: boolean
}

/** Four, three, two or one bars, 14 px wide; nothing without a priority. */
export function PriorityBars({ priority, decorative = false }: PriorityBarsProps) {
  if (!priority) return null
  const drawing = (
    <svg className={styles.bars} data-priority={priority} width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
      {[0, 1, 2, 3].map(bar => (
        <rect
          key={bar}
          className={bar < bars[priority] ? styles.on : styles.off}
          x={bar * 3.5 + 0.5}
          y={8 - bar * 2.5}
          width="2.5"
          height={3.5 + bar * 2.5}
          rx="0.75"
        />
      ))}
    </svg>
  )
  if (decorative) return drawing
  const name = `${priorityNames[priority]} priority`
  return (
    <span className={styles.named} role="img" aria-label={name} title={name}>
      {drawing}
    </span>
  )
}
