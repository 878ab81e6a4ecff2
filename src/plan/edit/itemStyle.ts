import type { NodeId, Plan } from '#plan/plan.ts'

/** How a list item is written, up to its words. */
export interface ItemStyle {
  /** Blanks before the marker. */
  readonly indent: string
  /** `-`, `*`, `+`, `3.`, `3)` */
  readonly marker: string
  /** Blanks after the marker. */
  readonly gap: string
  readonly boxed: boolean
}

export const plainStyle: ItemStyle = { indent: '', marker: '-', gap: ' ', boxed: true }

export function styleOfItem(plan: Plan, id: NodeId): ItemStyle {
  const spans = plan.spans.get(id)
  if (!spans?.marker) return plainStyle
  const { text } = plan
  const [, marker = '-', gap = ''] = /^(\S+)(\s*)/.exec(text.slice(spans.marker.from, spans.marker.to)) ?? []
  return {
    // An item may stand on the line of the one that holds it: '- - words'.
    indent: text.slice(spans.whole.from, spans.marker.from).replace(/[^ \t]/g, ' '),
    marker,
    gap: /^[ \t]{1,4}$/.test(gap) ? gap : ' ',
    boxed: spans.box !== null,
  }
}

export function isNumber(marker: string): boolean {
  return /^\d/.test(marker)
}

/** The marker of the item after one: the next number, the same bullet. A list of equal numbers keeps its number. */
export function markerAfter(marker: string, before: string | null): string {
  if (!isNumber(marker) || marker === before) return marker
  const number = Number.parseInt(marker, 10) + 1
  return number > 999_999_999 ? marker : `${number}${marker.at(-1)}`
}

/** The column at which the words of an item begin, tabs reaching to the next multiple of 4. */
export function contentColumn({ indent, marker, gap }: ItemStyle): number {
  return columnAfter(columnAfter(0, indent) + marker.length, gap)
}

export function columnAfter(from: number, blanks: string): number {
  let column = from
  for (const blank of blanks) column += blank === '\t' ? 4 - (column % 4) : 1
  return column
}
