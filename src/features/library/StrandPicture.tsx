import type { CSSProperties } from 'react'
import { strandProps } from '#ui/strandProps.ts'
import styles from './StrandPicture.module.css'

/** A template's shape: a bar for each stream, as high as its number of tasks, phase after phase. Decoration. */
export function StrandPicture({ shape }: { readonly shape: readonly (readonly number[])[] }) {
  let order = 0
  return (
    <div className={styles.picture} aria-hidden="true">
      {shape.map((streams, phase) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture of numbers, which have no other name
        <div key={phase} className={styles.phase}>
          {streams.map((tasks, stream) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={stream}
              {...strandProps(order++, { '--tasks': tasks } as CSSProperties)}
              className={styles.strand}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
