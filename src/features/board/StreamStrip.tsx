import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePlan, useStream } from '#session/SessionContext.tsx'
import { strandLetter, streamTitle, useStrandOrder } from '#session/strands.ts'
import { strandProps } from '#ui/strandProps.ts'
import { useCardDrag } from './cardDragContext.ts'
import styles from './StreamStrip.module.css'

/** On a phone, where one stream fills the screen: the letter of every stream, to jump to and to drop on. */
export function StreamStrip() {
  const isNarrow = useSyncExternalStore(watchWidth, isNarrowNow)
  return isNarrow && <Strip />
}

/** Below this width the columns' own style sheet lets one stream fill the screen. */
const narrow = '(max-width: 639.98px)'

function isNarrowNow(): boolean {
  return matchMedia(narrow).matches
}

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

function Strip() {
  const phases = usePlan(plan => plan.phases)
  const strip = useRef<HTMLElement>(null)
  const drag = useCardDrag()
  useEffect(() => (strip.current ? drag.addStrip(strip.current) : undefined), [drag])
  const current = useStreamInView(strip, phases.flatMap(phase => phase.streams).length)
  return (
    <nav ref={strip} className={styles.strip} aria-label="Streams">
      {phases.map(phase => (
        <div key={phase.id} className={styles.phase}>
          {phase.streams.map(stream => (
            <StripBadge key={stream.id} id={stream.id} current={stream.id === current} />
          ))}
        </div>
      ))}
    </nav>
  )
}

function StripBadge({ id, current }: { readonly id: NodeId; readonly current: boolean }) {
  const stream = useStream(id)
  const order = useStrandOrder(id)
  if (!stream) return null
  return (
    <button
      type="button"
      {...strandProps(order)}
      className={styles.badge}
      aria-label={streamTitle(stream)}
      aria-current={current || undefined}
      data-strip-stream={id}
      onClick={event => jumpTo(event.currentTarget, id)}
    >
      {strandLetter(stream)}
    </button>
  )
}

/** The stream whose column fills most of the screen. */
function useStreamInView(strip: RefObject<HTMLElement | null>, streams: number): NodeId | null {
  const [current, setCurrent] = useState<NodeId | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns have to be watched when there are others
  useEffect(() => {
    const board = strip.current?.closest('[data-board]')
    if (!board) return
    const seen = new Map<Element, number>()
    const observer = new IntersectionObserver(
      entries => {
        for (const { target, intersectionRect } of entries) {
          seen.set(target, intersectionRect.width * intersectionRect.height)
        }
        const [most] = [...seen].sort((one, other) => other[1] - one[1])
        setCurrent(most && most[1] > 0 ? (Number(most[0].getAttribute('data-column')) as NodeId) : null)
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    )
    for (const column of board.querySelectorAll('[data-column]')) observer.observe(column)
    return () => observer.disconnect()
  }, [strip, streams])
  return current
}

/** Sideways within the lane to the column, and down to the head of the lane. */
function jumpTo(badge: Element, id: NodeId) {
  const column = badge.closest('[data-board]')?.querySelector<HTMLElement>(`[data-column="${id}"]`)
  const lane = column?.closest<HTMLElement>('[data-lane]')
  if (!column || !lane) return
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  lane.scrollTo({ left: column.offsetLeft - inset(lane), behavior })
  lane.parentElement?.scrollIntoView({ block: 'start', behavior })
}

function inset(lane: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(lane).paddingInlineStart)
}
