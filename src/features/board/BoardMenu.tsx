import { useEffect, useLayoutEffect } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { MenuAt } from '#ui/Menu.tsx'
import type { Point } from './boardStore.ts'
import { CheckMenu } from './CheckMenu.tsx'
import { GateMenu } from './GateMenu.tsx'
import { PhaseMenu } from './PhaseMenu.tsx'
import { StreamMenu } from './StreamMenu.tsx'
import { streamOf } from './siblings.ts'
import { TaskMenu } from './TaskMenu.tsx'

interface BoardMenuProps {
  readonly id: NodeId
  readonly opener: HTMLElement
  readonly at?: Point
  readonly byKey?: boolean
  readonly onClose: () => void
}

/** The menu of whatever node it was opened on. */
export function BoardMenu({ id, opener, at, byKey = false, onClose }: BoardMenuProps) {
  const node = usePlan(plan => plan.nodes.get(id))
  const isCheck = usePlan(plan => streamOf(plan, id) === null)
  useLayoutEffect(() => markOpen(opener), [opener])
  useEffect(() => (byKey ? startAtFirstItem() : undefined), [byKey])
  if (!node) return null
  return (
    <MenuAt
      anchor={opener}
      label={opener.getAttribute('aria-label') ?? 'Actions'}
      onClose={onClose}
      {...(at && { at })}
    >
      {node.kind === 'task' && (isCheck ? <CheckMenu task={node} /> : <TaskMenu task={node} opener={opener} />)}
      {node.kind === 'stream' && <StreamMenu stream={node} opener={opener} />}
      {node.kind === 'phase' && <PhaseMenu phase={node} opener={opener} />}
      {node.kind === 'integrationPoint' && <GateMenu gate={node} />}
    </MenuAt>
  )
}

/** The button is not told by rendering: on a long board a thousand others would have to ask whether it is them. */
function markOpen(opener: HTMLElement) {
  if (!opener.hasAttribute('aria-haspopup')) return
  opener.setAttribute('aria-expanded', 'true')
  opener.dataset.state = 'open'
  return () => {
    opener.removeAttribute('aria-expanded')
    delete opener.dataset.state
  }
}

/** The menu's code came after the key, so that Radix has not seen it and starts at no item. */
function startAtFirstItem() {
  const frame = requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[role="menu"] [role="menuitem"]')?.focus(),
  )
  return () => cancelAnimationFrame(frame)
}
