import { type KeyboardEvent, useId, useState } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { LetterBadge } from '#ui/Badge.tsx'
import { TextInput } from '#ui/TextInput.tsx'
import styles from './StreamPicker.module.css'
import { streamChoices } from './streamChoices.ts'

interface StreamPickerProps {
  /** What is asked for: "Move to stream". */
  readonly label: string
  readonly onPick: (stream: NodeId) => void
  readonly without?: NodeId
  /** Lets the person add words that are no stream, too. */
  readonly onWords?: (words: string) => void
  /** Said beside a stream, such as "here". */
  readonly noteOf?: (stream: NodeId) => string | undefined
}

/** Streams by phase under a line to search in; arrows and Enter choose without leaving the line. */
export function StreamPicker({ label, onPick, without, onWords, noteOf }: StreamPickerProps) {
  const phases = usePlan(plan => plan.phases)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const groups = streamChoices(phases, query, without)
  const words = query.trim()
  const choices = groups.flatMap(group => group.choices)
  const offersWords = onWords !== undefined && words !== ''
  const count = choices.length + (offersWords ? 1 : 0)
  const current = Math.min(active, count - 1)
  const optionId = (index: number) => `${listId}${index}`

  const pick = (index: number) => {
    const choice = choices[index]
    setQuery('')
    setActive(0)
    if (choice) onPick(choice.id)
    else if (offersWords) onWords(words)
  }
  const move = (to: number) => {
    const next = (to + count) % count
    setActive(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return
    if (event.key === 'ArrowDown') move(current + 1)
    else if (event.key === 'ArrowUp') move(current - 1)
    else if (event.key === 'Enter') pick(current)
    else return
    event.preventDefault()
  }
  const option = (index: number) => ({
    id: optionId(index),
    role: 'option',
    'aria-selected': index === current,
    className: styles.option,
    onPointerMove: () => setActive(index),
    // The line keeps the focus.
    onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => pick(index),
  })

  let index = 0
  return (
    <div className={styles.picker}>
      <TextInput
        icon="search"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionId(current) : undefined}
        placeholder={onWords ? 'Find a stream, or type words' : 'Find a stream'}
        value={query}
        onChange={text => {
          setQuery(text)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.list} role="listbox" id={listId} aria-label={label}>
        {groups.map(group => (
          <fieldset key={group.id} aria-label={group.title}>
            <div className={styles.phase} aria-hidden="true">
              {group.title}
            </div>
            {group.choices.map(choice => (
              <div key={choice.id} {...option(index++)}>
                <LetterBadge letter={choice.letter} order={choice.order} />
                <span className={styles.name}>{choice.name}</span>
                <span className={styles.note}>{noteOf?.(choice.id)}</span>
              </div>
            ))}
          </fieldset>
        ))}
        {offersWords && (
          <div {...option(index++)}>
            <span className={styles.name}>Add the words “{words}”</span>
          </div>
        )}
      </div>
      {count === 0 && <p className={styles.none}>No stream has these words.</p>}
    </div>
  )
}
