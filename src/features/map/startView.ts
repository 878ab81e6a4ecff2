import type { MapLayout } from './layoutMap.ts'

/** The words of a smaller map cannot be read; then it begins in a size to read. */
const smallestAtFirst = 0.6
const sizeToRead = 0.85
const edge = 16

/**
 * Where the map lies at first in a view of some width and height: all of it in the middle; where that would be too small
 * to read, its beginning.
 */
export function startView({ bands, boxes }: MapLayout, width: number, height: number) {
  const [first, last] = [bands[0], bands.at(-1)]
  const [box] = boxes.values()
  if (!first || !last || !box) return { x: 0, y: 0, zoom: 1 }
  const whole = last.x + last.width - first.x
  const fitting = Math.min(1, (width - 48) / whole, (height - 48) / first.height)
  const zoom = fitting < smallestAtFirst ? sizeToRead : fitting
  const x = (whole * zoom < width ? (width - whole * zoom) / 2 : edge) - first.x * zoom
  // Of a high map the part that its first box is in the middle of, but nothing beyond its ends.
  const [top, bottom] = [edge - first.y * zoom, height - edge - (first.y + first.height) * zoom]
  const middle = height / 2 - (box.y + box.height / 2) * zoom
  const y = bottom >= top ? (top + bottom) / 2 : Math.min(top, Math.max(bottom, middle))
  return { x, y, zoom }
}
