import { PointerSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import type { PointerEvent, TouchEvent } from 'react'

/** What is pressed, moved to the board's one draggable: dnd-kit measures that node and lifts it. */
interface Activation {
  readonly active: { readonly node: { current: HTMLElement | null } }
}

/** What a press does something else on, even when the pointer moves. */
const typing = 'input, textarea, select, label, [contenteditable], [data-editing], [data-no-drag]'
const pressing = 'button, a, summary'

/** The card, or the head of a column, that a press on `target` would lift. A column's head is mostly buttons. */
export function pressed(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || target.closest(typing)) return null
  const head = target.closest<HTMLElement>('[data-stream-handle]')
  return head ?? (target.closest(pressing) ? null : target.closest<HTMLElement>('[data-task-id]'))
}

function lifts(target: EventTarget, { active }: Activation): boolean {
  const card = pressed(target)
  if (card) active.node.current = card
  return card !== null
}

/** Mouse and pen lift by moving; touch has to scroll the board and waits (`LongPressSensor`). */
class PressSensor extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent: event, target }: PointerEvent, _: object, activation?: Activation) =>
        event.isPrimary &&
        event.button === 0 &&
        event.pointerType !== 'touch' &&
        activation !== undefined &&
        lifts(target, activation),
    },
  ]
}

class LongPressSensor extends TouchSensor {
  static override activators = [
    {
      eventName: 'onTouchStart' as const,
      handler: ({ nativeEvent: event, target }: TouchEvent, _: object, activation?: Activation) =>
        event.touches.length === 1 && activation !== undefined && lifts(target, activation),
    },
  ]
}

/** px a mouse has to move; ms a finger has to rest, and px it may tremble meanwhile. */
const press = { activationConstraint: { distance: 4 } }
const longPress = { activationConstraint: { delay: 250, tolerance: 8 } }

export function useDragSensors() {
  return useSensors(useSensor(PressSensor, press), useSensor(LongPressSensor, longPress))
}
