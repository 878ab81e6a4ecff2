/** How near to an edge, in px, scrolling starts; never more than a quarter of what is seen. */
const zone = 56
/** px per ms at the very edge and beyond it. */
const fastest = 1.1

/** How fast to scroll, in px per ms, for a pointer at `at` between the edges `from` and `to`; negative is backwards. */
export function edgeSpeed(at: number, from: number, to: number): number {
  const reach = Math.min(zone, (to - from) / 4)
  if (reach <= 0) return 0
  const depth = Math.max(from + reach - at, 0) || -Math.max(at - (to - reach), 0)
  const share = Math.min(Math.abs(depth) / reach, 1)
  return depth === 0 ? 0 : -Math.sign(depth) * fastest * share * share
}

/** Scrolls what lies under the pointer, innermost first, and says whether anything moved. `ms` is the time passed. */
export function scrollNear(
  pointer: { readonly x: number; readonly y: number },
  ms: number,
  views: readonly HTMLElement[],
): boolean {
  let leftX = true
  let leftY = true
  for (const view of views) {
    const rect = view.getBoundingClientRect()
    if (leftX && moves(view, 'scrollLeft', edgeSpeed(pointer.x, Math.max(rect.left, 0), rect.right) * ms)) leftX = false
    if (leftY && moves(view, 'scrollTop', edgeSpeed(pointer.y, Math.max(rect.top, 0), rect.bottom) * ms)) leftY = false
  }
  return !leftX || !leftY
}

/** Scrolls the first of the views that can go that way. */
export function scrollFirst(views: readonly HTMLElement[], x: number, y: number): void {
  if (x !== 0) views.some(view => moves(view, 'scrollLeft', x))
  if (y !== 0) views.some(view => moves(view, 'scrollTop', y))
}

function moves(view: HTMLElement, edge: 'scrollLeft' | 'scrollTop', by: number): boolean {
  if (by === 0) return false
  const before = view[edge]
  // Less than half a pixel would be rounded away and nothing would ever start to move.
  view[edge] = before + (Math.abs(by) < 1 ? Math.sign(by) : by)
  return view[edge] !== before
}
