import type { NodeId } from '#plan/plan.ts'
import { pointingOf } from '#session/pointing.ts'
import { useMark } from '#session/review/useReview.ts'
import { useSession } from '#session/SessionContext.tsx'
import { classNames } from '#ui/classNames.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './FindingMark.module.css'

interface FindingMarkProps {
  readonly id: NodeId
  readonly className?: string | undefined
  /** In a card the keys are the card's own; the review's panel has every finding for the keyboard. */
  readonly inCard?: boolean
}

/** What the review found here; opens its panel at it. */
export function FindingMark({ id, className, inCard = false }: FindingMarkProps) {
  const session = useSession()
  const mark = useMark(id)
  if (!mark) return null
  return (
    <button
      type="button"
      className={classNames(styles.mark, className)}
      data-severity={mark.severity}
      aria-label={`Review: ${mark.words}`}
      title={mark.words}
      tabIndex={inCard ? -1 : undefined}
      data-card-part={inCard ? '' : undefined}
      onClick={() => pointingOf(session).setState({ findingsOf: id })}
    >
      <Icon name={mark.severity === 'note' ? 'info' : 'warning'} size={14} />
    </button>
  )
}
