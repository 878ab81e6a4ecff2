import type { NodeId, Plan } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import { pointingOf } from '#session/pointing.ts'
import { placeOf } from '#session/review/reviews.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { strandLetter, strandOrders, streamTitle } from '#session/strands.ts'
import { LetterBadge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { PlaceButton } from '#ui/PlaceButton.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './FindingList.module.css'

interface FindingItemProps {
  readonly finding: Finding
  readonly onShowBoard: () => void
}

/** One finding: where, what, and the button that mends it where one can. */
export function FindingItem({ finding, onShowBoard }: FindingItemProps) {
  const { key, node, message, fix } = finding
  const session = useSession()
  const place = usePlan(plan => (node === null ? null : placeOf(node, plan)))
  const show = () => {
    onShowBoard()
    pointingOf(session).setState({ place })
  }
  const mend = (item: HTMLElement | null) => {
    if (!fix) return
    // The item goes with what it found; the focus goes on to the next one.
    const next = nextItem(item)
    const result = session.run(fix.edit)
    if (result.ok) {
      requestAnimationFrame(() => next?.focus())
      return showToast({
        message: `${fix.label}: done`,
        action: { label: 'Undo', onAct: () => void session.undo() },
      })
    }
    const { code, message: why } = result.refusal
    if (code === 'only-shown') return showToast({ message: why, action: { label: 'Keep a copy', onAct: session.keep } })
    return showToast({ message: why, tone: 'danger' })
  }
  return (
    <li className={styles.item} data-finding={key} tabIndex={-1}>
      {node !== null && <Place id={node} onShow={show} />}
      <p className={styles.message}>{message}</p>
      {fix && (
        <Button size="small" className={styles.fix ?? ''} onClick={event => mend(event.currentTarget.closest('li'))}>
          {fix.label}
        </Button>
      )}
    </li>
  )
}

function nextItem(item: HTMLElement | null): HTMLElement | null {
  const panel = item?.closest('aside')
  const items = [...(panel?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])]
  const at = item ? items.indexOf(item) : -1
  return items[at + 1] ?? items[at - 1] ?? panel?.querySelector('h2') ?? null
}

function Place({ id, onShow }: { readonly id: NodeId; readonly onShow: () => void }) {
  const place = usePlan(plan => placeOf(id, plan))
  const words = usePlan(plan => placeWords(place, plan))
  const stream = usePlan(plan => streamAbove(place, plan))
  const order = usePlan(plan => (stream ? (strandOrders(plan.phases).get(stream.id) ?? 0) : 0))
  return (
    <PlaceButton onClick={onShow} title="Show on the board" isStrong>
      {stream && <LetterBadge letter={strandLetter(stream)} order={order} size="small" />}
      <span className={styles.placeName}>{words}</span>
    </PlaceButton>
  )
}

function streamAbove(id: NodeId, plan: Plan) {
  for (let at: NodeId | undefined = id; at !== undefined; at = plan.parents.get(at)) {
    const node = plan.nodes.get(at)
    if (node?.kind === 'stream') return node
  }
  return null
}

function placeWords(id: NodeId, plan: Plan): string {
  const node = plan.nodes.get(id)
  switch (node?.kind) {
    case 'stream':
      return node.name || streamTitle(node)
    case 'phase':
      return [node.number === null ? '' : `Phase ${node.number}`, node.name].filter(Boolean).join(': ')
    case 'integrationPoint':
      return node.name || 'Integration point'
    case 'task':
      return node.text || 'Task'
    default:
      return 'The plan'
  }
}
