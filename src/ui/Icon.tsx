import styles from './Icon.module.css'
import { iconPaths } from './iconPaths.ts'

export type IconName = keyof typeof iconPaths

/** Marks that are only dots are drawn with a heavier stroke. */
const dotted: ReadonlySet<IconName> = new Set(['more', 'grip'])

/** Decoration: what it means is said by the text or the label beside it. `size` in px. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={iconPaths[name]} strokeWidth={dotted.has(name) ? 2 : 1.5} />
    </svg>
  )
}
