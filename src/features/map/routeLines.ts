import type { NodeId } from '#plan/plan.ts'
import type { Box, MapLayout } from './layoutMap.ts'

/** A line from the right side of one box to the left side of another. */
export interface LineEnds {
  readonly id: string
  readonly before: NodeId
  readonly after: NodeId
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Boxes one below the other. */
interface Column {
  readonly left: number
  readonly right: number
  /** From top to bottom. */
  readonly boxes: readonly Box[]
}

/** As an SVG path; where it ends, with how much room before that; and the middle of its last level part. */
export interface Way {
  readonly path: string
  readonly end: Point
  readonly room: number
  readonly level: Point | null
}

/** Lines pass boxes in this distance, each other in a gap at most in this one, and end so far from each other. */
const margin = 10
const apart = 5
const endsApart = 12
/** How far to the side a line goes that leads back. */
const bow = 90
const bracket = 28

/**
 * The way of each line: around the boxes that stand between its ends, through that gap of their column
 * which is nearest to the straight way, side by side with the others there. What leads back to the left is a plain bow, and beside a column a bracket.
 */
export function routeLines(lines: readonly LineEnds[], { boxes }: MapLayout): ReadonlyMap<string, Way> {
  const columns = columnsOf([...boxes.values()])
  const ways = lines.flatMap(({ id, before, after }) => {
    const [from, to] = [boxes.get(before), boxes.get(after)]
    return from && to ? [{ id, stops: stopsOf(from, to, columns) }] : []
  })
  const inGap = new Map<string, Stop[]>()
  for (const { stops } of ways) {
    for (const stop of stops) inGap.set(stop.gap, [...(inGap.get(stop.gap) ?? []), stop])
  }
  for (const stops of inGap.values()) spread(stops)
  return new Map(ways.map(({ id, stops }) => [id, wayThrough(stops)]))
}

interface Stop {
  readonly left: number
  readonly right: number
  /** '3 120': lines in the same one share it. */
  readonly gap: string
  readonly room: number
  readonly apart: number
  y: number
  /** Of lines side by side the one with less of it is above. */
  readonly slope: number
}

function columnsOf(boxes: readonly Box[]): readonly Column[] {
  const columns: { left: number; right: number; boxes: Box[] }[] = []
  for (const box of boxes.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && box.x < last.right) {
      last.boxes.push(box)
      last.right = Math.max(last.right, box.x + box.width)
    } else columns.push({ left: box.x, right: box.x + box.width, boxes: [box] })
  }
  return columns.map(column => ({ ...column, boxes: column.boxes.toSorted((a, b) => a.y - b.y) }))
}

/** The ends of a line and, in between, where it passes each column. */
function stopsOf(from: Box, to: Box, columns: readonly Column[]): readonly Stop[] {
  // Of two in one column both ends are on the left.
  const start = { x: to.x === from.x ? from.x : from.x + from.width, y: from.y + from.height / 2 }
  const end = { x: to.x, y: to.y + to.height / 2 }
  const stops: Stop[] = [{ left: start.x, right: start.x, gap: 'start', room: 0, apart, y: start.y, slope: 0 }]
  let last: Point = start
  for (const [at, column] of columns.entries()) {
    if (column.left < start.x || column.right > end.x) continue
    const middle = (column.left + column.right) / 2
    const straight = last.y + ((end.y - last.y) * (middle - last.x)) / (end.x - last.x)
    const { y, room } = nearestGap(column, straight)
    stops.push({ left: column.left, right: column.right, gap: `${at} ${y}`, room, apart, y, slope: last.y + end.y })
    last = { x: column.right, y }
  }
  const { x, y } = end
  return [
    ...stops,
    { left: x, right: x, gap: `end ${x} ${y}`, room: to.height - 2 * margin, apart: endsApart, y, slope: last.y },
  ]
}

/** Where a line that would go straight at `y` passes, and how high the gap is there. */
function nearestGap({ boxes }: Column, y: number): { readonly y: number; readonly room: number } {
  const free = { y, room: 0 }
  let best = free
  let least = Number.POSITIVE_INFINITY
  const offer = (top: number, bottom: number) => {
    const inside = Math.min(Math.max(y, top + margin), bottom - margin)
    const place = bottom - top < 2 * margin ? (top + bottom) / 2 : inside
    const distance = Math.abs(place - y)
    if (distance >= least) return
    least = distance
    // In a wide gap nothing has to move aside.
    best = { y: Math.round(place), room: Math.min(bottom - top, 40) - 4 }
  }
  let top = Number.NEGATIVE_INFINITY
  for (const box of boxes) {
    offer(top, box.y)
    top = box.y + box.height
  }
  offer(top, Number.POSITIVE_INFINITY)
  return best
}

/** Side by side around the middle of a gap. */
function spread(stops: Stop[]): void {
  const [first] = stops
  if (!first || first.room === 0 || stops.length < 2) return
  const step = Math.min(first.apart, first.room / (stops.length - 1))
  const from = first.y - (step * (stops.length - 1)) / 2
  stops.sort((a, b) => a.slope - b.slope)
  for (const [at, stop] of stops.entries()) stop.y = from + at * step
}

function wayThrough(stops: readonly Stop[]): Way {
  const [last, end] = stops.slice(-2)
  const level = stops.findLast(({ left, right }) => right > left)
  return {
    path: pathThrough(stops),
    end: { x: end?.left ?? 0, y: end?.y ?? 0 },
    room: (end?.left ?? 0) - (last?.right ?? 0),
    level: level ? { x: (level.left + level.right) / 2, y: level.y } : null,
  }
}

/** Level past each column, a curve from one to the next. */
function pathThrough(stops: readonly Stop[]): string {
  return stops
    .map(({ left, right, y }, at) => {
      const last = stops[at - 1]
      if (!last) return `M${right} ${y}`
      const [out, back] = bendsBetween(last.right, left)
      const level = right === left ? '' : `L${right} ${y}`
      return `C${last.right + out} ${last.y} ${left - back} ${y} ${left} ${y}${level}`
    })
    .join('')
}

/** How far a curve goes on before it turns, and how far it comes in. */
function bendsBetween(from: number, to: number): readonly [number, number] {
  if (from === to) return [-bracket, bracket]
  return from < to ? [(to - from) / 2, (to - from) / 2] : [bow, bow]
}
