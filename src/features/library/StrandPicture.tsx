import type { CSSProperties } from 'react'
import type { PlanTemplate } from '#plan/templates/planTemplate.ts'
import { strandProps } from '#ui/strandProps.ts'
import styles from './StrandPicture.module.css'

/** A template's shape: a bar for each stream, as high as its number of tasks, phase after phase. Decoration. */
export function StrandPicture({ template }: { readonly template: PlanTemplate }) {
  let order = 0
  return (
    <div className={styles.picture} aria-hidden="true">
      {template.phases.map(phase => (
        <div key={phase.number} className={styles.phase}>
          {phase.streams.map(stream => (
            <div
              key={stream.key}
              {...strandProps(order++, { '--tasks': stream.tasks.length } as CSSProperties)}
              className={styles.strand}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
