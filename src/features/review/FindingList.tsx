import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { NodeId } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import { pointingOf } from '#session/pointing.ts'
import { placesOf } from '#session/review/reviews.ts'
import { useFindings } from '#session/review/useReview.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { FindingItem } from './FindingItem.tsx'
import styles from './FindingList.module.css'
import { codeTitles, countWords, type FindingGroup, groupFindings, nothingWords } from './findingWords.ts'

interface FindingListProps {
  readonly onShowBoard: () => void
  /** Somebody asked for the findings of a node. */
  readonly onWanted: () => void
}

/** What the review found, each kind together. */
export function FindingList({ onShowBoard, onWanted }: FindingListProps) {
  const findings = useFindings()
  const session = useSession()
  const nothing = usePlan(nothingWords)
  const pointing = pointingOf(session)
  const wanted = useStore(pointing, state => state.findingsOf)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (wanted === null || !findings) return
    onWanted()
    const { plan } = session.state.getState()
    const first = findings.find(({ node }) => node !== null && placesOf(node, plan).includes(wanted))
    const item = first && list.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(first.key)}"]`)
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'center' })
    pointing.setState({ findingsOf: null })
  }, [wanted, findings, session, pointing, onWanted])

  if (!findings) return <p className={styles.quiet}>Reviewing the plan</p>
  if (findings.length === 0) {
    return <EmptyState>{nothing}</EmptyState>
  }
  return (
    <div ref={list}>
      <VisuallyHidden>
        <span role="status">{countWords(findings)}</span>
      </VisuallyHidden>
      {groupFindings(findings).map(group => (
        <Group key={group.code} group={group} wanted={wanted} onShowBoard={onShowBoard} />
      ))}
    </div>
  )
}

/** So many of one kind are in sight at first. */
const shownAtFirst = 6

interface GroupProps {
  readonly group: FindingGroup
  readonly wanted: NodeId | null
  readonly onShowBoard: () => void
}

function Group({ group, wanted, onShowBoard }: GroupProps) {
  const { code, severity, findings } = group
  const { plan } = useSession().state.getState()
  const [isOpen, setOpen] = useState(findings.length <= shownAtFirst + 1)
  const isWanted = (finding: Finding) =>
    wanted !== null && finding.node !== null && placesOf(finding.node, plan).includes(wanted)
  if (!isOpen && findings.some(isWanted)) setOpen(true)
  const shown = isOpen ? findings : findings.slice(0, shownAtFirst)
  return (
    <section className={styles.group} data-severity={severity} aria-label={codeTitles[code]}>
      <h3 className={styles.title}>
        <Icon name={severity === 'note' ? 'info' : 'warning'} size={14} />
        {codeTitles[code]}
        <span className={styles.count}>{findings.length}</span>
      </h3>
      <ul className={styles.items}>
        {shown.map(finding => (
          <FindingItem key={finding.key} finding={finding} onShowBoard={onShowBoard} />
        ))}
      </ul>
      {!isOpen && (
        <button type="button" className={styles.more} onClick={() => setOpen(true)}>
          Show {findings.length - shownAtFirst} more
        </button>
      )}
    </section>
  )
}
