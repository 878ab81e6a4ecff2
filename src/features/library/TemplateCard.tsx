import { useId } from 'react'
import type { TemplateCardFacts } from '#plan/templates/templateCards.ts'
import { count } from './count.ts'
import { hoursKnown } from './hoursKnown.ts'
import { StrandPicture } from './StrandPicture.tsx'
import styles from './TemplateCard.module.css'

interface TemplateCardProps {
  readonly template: TemplateCardFacts
  readonly onChoose: () => void
}

/** All of the card presses its one button. */
export function TemplateCard({ template, onChoose }: TemplateCardProps) {
  const id = useId()
  const { facts } = template
  return (
    <li className={styles.card}>
      <StrandPicture shape={template.shape} />
      <h3 className={styles.name}>
        <button type="button" className={styles.button} aria-describedby={id} onClick={onChoose}>
          {template.name}
        </button>
      </h3>
      <div id={id} className={styles.about}>
        <p>{template.description}</p>
        <p className={styles.facts}>
          <span>
            {count(facts.phases, 'phase')}, {count(facts.streams, 'stream')}, {count(facts.tasks, 'task')}
          </span>
          <span>{hoursKnown(facts.hours)}</span>
        </p>
      </div>
    </li>
  )
}
