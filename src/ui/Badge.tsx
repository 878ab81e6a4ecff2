import styles from './Badge.module.css'
import { classNames } from './classNames.ts'
import { strandProps } from './strandProps.ts'

interface LetterBadgeProps {
  /** One or two characters. */
  readonly letter: string
  /** Decides the colour; counts from 0. */
  readonly order: number
  /** What the letter stands for; without it the letter is decoration beside its name. */
  readonly label?: string
  readonly size?: 'small' | 'medium'
}

/** A strand's letter on its tinted square: 20 px, or 16 px within a line. */
export function LetterBadge({ letter, order, label, size = 'medium' }: LetterBadgeProps) {
  const name = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true }
  return (
    <span {...name} {...strandProps(order)} className={classNames(styles.letter, styles[size])}>
      {letter}
    </span>
  )
}
