import { lazy, Suspense, startTransition, useOptimistic, useRef, useState } from 'react'
import type { PlanEntry } from '#session/LibraryContext.tsx'
import { breakLongWords } from '#ui/breakLongWords.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { LineEditor } from '#ui/LineEditor.tsx'
import { Progress } from '#ui/Progress.tsx'
import styles from './PlanRow.module.css'
import { exactTime, timeAgo } from './timeAgo.ts'
import { usePlanActions } from './usePlanActions.ts'

const loadMenu = () => import('./PlanMenu.tsx')
const PlanMenu = lazy(async () => ({ default: (await loadMenu()).PlanMenu }))

interface PlanRowProps {
  readonly plan: PlanEntry
  readonly href: string
  /** Ms since 1970. */
  readonly now: number
  /** The row is about to go; focus needs another place. */
  readonly onDeleted: () => void
}

export function PlanRow({ plan, href, now, onDeleted }: PlanRowProps) {
  const actions = usePlanActions(plan)
  const [menuAnchor, setMenuAnchor] = useState<HTMLElement | null>(null)
  const [renaming, setRenaming] = useState(false)
  const takeFocusBack = useRef(false)
  const [name, showName] = useOptimistic(plan.name)

  const rename = (title: string) => {
    startTransition(async () => {
      showName(title)
      await actions.rename(title)
    })
  }

  return (
    <li className={styles.row}>
      <div className={styles.name}>
        {renaming ? (
          <LineEditor
            value={name}
            label={`Name of ${name}`}
            placeholder="Name"
            select="all"
            onLeave={({ text, how }) => {
              setRenaming(false)
              takeFocusBack.current = how !== 'leave'
              if (how !== 'cancel' && text !== '' && text !== name) rename(text)
              else actions.keepName()
            }}
          />
        ) : (
          <a
            className={styles.link}
            href={href}
            title={name}
            ref={link => {
              if (link && takeFocusBack.current) link.focus()
              takeFocusBack.current = false
            }}
          >
            {breakLongWords(name)}
          </a>
        )}
      </div>
      <div className={styles.progress}>
        {plan.total > 0 ? (
          <>
            <Progress value={plan.done} max={plan.total} label={`Progress of ${name}`} />
            <span>
              {plan.done} of {plan.total}
            </span>
          </>
        ) : (
          <span>No tasks</span>
        )}
      </div>
      <time
        className={styles.changed}
        dateTime={new Date(plan.changedAt).toISOString()}
        title={exactTime(plan.changedAt)}
      >
        {timeAgo(plan.changedAt, now)}
      </time>
      <IconButton
        className={styles.more}
        icon="more"
        label={`Actions for ${name}`}
        aria-haspopup="menu"
        aria-expanded={menuAnchor !== null}
        onPointerEnter={() => void loadMenu()}
        onFocus={() => void loadMenu()}
        onClick={event => setMenuAnchor(menuAnchor ? null : event.currentTarget)}
      />
      {menuAnchor && (
        <Suspense>
          <PlanMenu
            name={name}
            anchor={menuAnchor}
            onClose={() => setMenuAnchor(null)}
            onRename={() => {
              actions.beginRenaming()
              setRenaming(true)
            }}
            onDuplicate={() => void actions.duplicate()}
            onDelete={() => {
              onDeleted()
              void actions.remove()
            }}
          />
        </Suspense>
      )}
    </li>
  )
}
