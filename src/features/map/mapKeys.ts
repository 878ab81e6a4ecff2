import type { NodeId } from '#plan/plan.ts'
import type { Box } from './layoutMap.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The box that an arrow key goes to: the nearest that way, where going astray counts double; `null`: there is none. */
export function boxBeside(id: NodeId, direction: Direction, boxes: ReadonlyMap<NodeId, Box>): NodeId | null {
  const from = boxes.get(id)
  if (!from) return null
  let best: NodeId | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [other, box] of boxes) {
    if (other === id) continue
    const dx = box.x + box.width / 2 - (from.x + from.width / 2)
    const dy = box.y + box.height / 2 - (from.y + from.height / 2)
    const [ahead, astray] = direction === 'left' || direction === 'right' ? [dx, dy] : [dy, dx]
    const forward = direction === 'left' || direction === 'up' ? -ahead : ahead
    // Side by side is not above.
    const isThatWay =
      forward > 0 && (direction === 'left' || direction === 'right' ? forward > from.width / 2 : forward > 8)
    const distance = forward + 2 * Math.abs(astray)
    if (isThatWay && distance < least) {
      least = distance
      best = other
    }
  }
  return best
}
