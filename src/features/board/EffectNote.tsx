import { useBoard } from './boardContext.ts'
import styles from './EffectNote.module.css'

/** What would happen to finish and critical path if what is carried were dropped here, in words for eyes and ears. */
export function EffectNote() {
  const effect = useBoard(state => state.effect)
  return (
    <div className={styles.note} role="status" data-shown={effect === null ? undefined : ''}>
      {effect}
    </div>
  )
}
