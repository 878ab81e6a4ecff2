import type { Finding, Severity } from '#plan/review/finding.ts'
import { useFindings } from '#session/review/useReview.ts'
import { Icon } from '#ui/Icon.tsx'
import { countWords } from './findingWords.ts'
import styles from './ReviewButton.module.css'

interface ReviewButtonProps {
  readonly isOpen: boolean
  readonly onPress: () => void
}

/** How much was found, in the header; opens and closes the panel that lists it. */
export function ReviewButton({ isOpen, onPress }: ReviewButtonProps) {
  const findings = useFindings()
  const worst = findings ? worstOf(findings) : null
  return (
    <button
      type="button"
      className={styles.button}
      data-review-button=""
      aria-expanded={isOpen}
      aria-label={findings ? `Review: ${countWords(findings)}` : 'Review'}
      title={findings ? countWords(findings) : 'Review'}
      data-severity={worst ?? undefined}
      onClick={onPress}
    >
      <Icon name={worst === null ? 'check' : worst === 'note' ? 'info' : 'warning'} />
      <span className={styles.word}>Review</span>
      {findings && findings.length > 0 && <span className={styles.count}>{findings.length}</span>}
    </button>
  )
}

function worstOf(findings: readonly Finding[]): Severity | null {
  const has = (severity: Severity) => findings.some(finding => finding.severity === severity)
  return (['problem', 'risk', 'note'] as const).find(has) ?? null
}
