import type { NodeId, Plan } from '#plan/plan.ts'
import { columnAfter, contentColumn, type ItemStyle, isNumber, styleOfItem } from './itemStyle.ts'
import { linesOf } from './lineBreaks.ts'

/**
 * The lines of an item as they are written among items of another style: with the author's marker unless numbers and
 * bullets would mix, or else with the marker of its neighbours. The indentation changes only where the depth does.
 */
export function movedLines(plan: Plan, id: NodeId, target: ItemStyle): readonly (readonly string[])[] {
  const own = styleOfItem(plan, id)
  const keepsMarker = own.marker !== target.marker && !isNumber(own.marker) && !isNumber(target.marker)
  const markers = keepsMarker ? [own.marker, target.marker] : [target.marker]
  return markers.map(marker => linesWith(plan, id, own, { ...target, marker }))
}

function linesWith(plan: Plan, id: NodeId, own: ItemStyle, { indent, marker }: ItemStyle): readonly string[] {
  const spans = plan.spans.get(id)
  if (!spans?.marker) return []
  const lines = linesOf(plan.text.slice(spans.whole.from, spans.whole.to)).map(line => line.words)
  const [first = '', ...nested] = lines
  const markerFrom = spans.marker.from - spans.whole.from
  const words = first.slice(markerFrom + own.marker.length)
  const shift = contentColumn({ ...own, indent, marker }) - contentColumn(own)
  return [`${indent}${marker}${words}`, ...nested.map(line => shifted(line, shift))]
}

/** Moves a line's words by columns; a line without words stays. */
function shifted(line: string, columns: number): string {
  const words = line.trimStart()
  if (columns === 0 || words === '') return line
  const blanks = line.slice(0, line.length - words.length)
  const target = columnAfter(0, blanks) + columns
  return columns > 0 && !blanks.includes('\t') ? ' '.repeat(columns) + line : ' '.repeat(Math.max(0, target)) + words
}
