import { useEffect, useRef } from 'react'
import type { Priority } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { isTyping } from '#ui/keyboard.ts'
import { Segmented } from '#ui/Segmented.tsx'
import { TextInput } from '#ui/TextInput.tsx'
import styles from './BoardFilter.module.css'
import { useBoard, useBoardStore } from './boardContext.ts'
import { countMatches, isFiltering, noFilter, type Progress, type TaskFilter } from './boardFilter.ts'
import { PriorityBars, priorityNames } from './PriorityBars.tsx'

const priorities: readonly Priority[] = ['critical', 'high', 'medium', 'low']

const progresses: readonly { value: Progress; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done' },
]

/** Words, priorities and open or done; "/" comes here from anywhere on the board. */
export function BoardFilter() {
  const board = useBoardStore()
  const filter = useBoard(state => state.filter)
  const input = useRef<HTMLInputElement>(null)
  const change = (part: Partial<TaskFilter>) => board.setState({ filter: { ...filter, ...part } })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <search className={styles.filter}>
      <div className={styles.words}>
        <TextInput
          ref={input}
          icon="search"
          type="search"
          aria-label="Filter tasks by text"
          aria-keyshortcuts="/"
          placeholder="Filter tasks"
          value={filter.text}
          onChange={text => change({ text })}
          onKeyDown={event => {
            if (event.key === 'Escape' && filter.text === '') input.current?.blur()
          }}
        />
      </div>
      <div className={styles.choices}>
        <fieldset className={styles.priorities}>
          <legend className={styles.legend}>Priority</legend>
          {priorities.map(priority => (
            <PriorityToggle
              key={priority}
              priority={priority}
              on={filter.priorities.includes(priority)}
              onToggle={() => change({ priorities: toggled(filter.priorities, priority) })}
            />
          ))}
        </fieldset>
        <Segmented
          label="Progress"
          options={progresses}
          value={filter.progress}
          onChange={progress => change({ progress })}
        />
      </div>
      {isFiltering(filter) && (
        <Matches
          filter={filter}
          onClear={() => {
            board.setState({ filter: noFilter })
            input.current?.focus()
          }}
        />
      )}
    </search>
  )
}

interface PriorityToggleProps {
  readonly priority: Priority
  readonly on: boolean
  readonly onToggle: () => void
}

function PriorityToggle({ priority, on, onToggle }: PriorityToggleProps) {
  return (
    <button
      type="button"
      className={styles.priority}
      aria-label={priorityNames[priority]}
      aria-pressed={on}
      title={priorityNames[priority]}
      onClick={onToggle}
    >
      <PriorityBars priority={priority} decorative />
    </button>
  )
}

function Matches({ filter, onClear }: { readonly filter: TaskFilter; readonly onClear: () => void }) {
  const said = usePlan(plan => {
    const { shown, total } = countMatches(plan, filter)
    return `${shown} of ${total} tasks`
  })
  return (
    <div className={styles.matches}>
      <output>{said}</output>
      <Button variant="quiet" size="small" onClick={onClear}>
        Clear
      </Button>
    </div>
  )
}

function toggled(priorities: readonly Priority[], priority: Priority): readonly Priority[] {
  return priorities.includes(priority) ? priorities.filter(each => each !== priority) : [...priorities, priority]
}
