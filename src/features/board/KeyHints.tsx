import { Kbd } from '#ui/Kbd.tsx'
import styles from './KeyHints.module.css'

interface Hint {
  readonly keys: readonly string[]
  readonly does: string
}

const onCard: readonly Hint[] = [
  { keys: ['Space'], does: 'tick' },
  { keys: ['Enter'], does: 'edit' },
  { keys: ['1', '4'], does: 'priority' },
  { keys: ['G'], does: 'pick up' },
  { keys: ['M'], does: 'move to' },
  { keys: ['N'], does: 'new below' },
]

const carrying: readonly Hint[] = [
  { keys: ['↑', '↓', '←', '→'], does: 'move' },
  { keys: ['Enter'], does: 'drop' },
  { keys: ['Esc'], does: 'cancel' },
]

/** Lists of cards are described by it. */
export const cardKeysId = 'card-keys'

/** The keys of a card, shown while one has the focus from the keyboard; read out with every list of cards. */
export function KeyHints() {
  return (
    <div className={styles.hints}>
      <p id={cardKeysId} hidden>
        Arrow keys go from card to card. Space ticks, Enter edits, 1 to 4 set the priority, G picks a card up, M moves
        it to another stream, N adds a task below.
      </p>
      <Hints hints={onCard} className={styles.onCard} />
      <Hints hints={carrying} className={styles.carrying} />
    </div>
  )
}

function Hints({ hints, className }: { readonly hints: readonly Hint[]; readonly className: string | undefined }) {
  return (
    <p className={className} aria-hidden="true">
      {hints.map(({ keys, does }) => (
        <span key={does} className={styles.hint}>
          {keys.length === 2 ? (
            <>
              <Kbd>{keys[0] ?? ''}</Kbd>-<Kbd>{keys[1] ?? ''}</Kbd>
            </>
          ) : (
            keys.map(key => <Kbd key={key}>{key}</Kbd>)
          )}
          {does}
        </span>
      ))}
    </p>
  )
}
