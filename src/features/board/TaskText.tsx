import { breakLongWords } from '#ui/breakLongWords.tsx'
import styles from './TaskCard.module.css'

/** A task's words; what stands in backticks is set as code, everything else as it was written. */
export function TaskText({ text }: { readonly text: string }) {
  if (!text.includes('`')) return breakLongWords(text)
  const parts = text.split(/`([^`]+)`/)
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <code key={index} className={styles.code}>
        {breakLongWords(part)}
      </code>
    ) : (
      breakLongWords(part)
    ),
  )
}
