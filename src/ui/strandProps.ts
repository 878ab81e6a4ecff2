import type { CSSProperties } from 'react'

/**
 * Spread on an element to give it and everything in it a strand's colours:
 * `--strand-color` (graphics), `--strand-ink` on `--strand-tint` (text). `order` counts from 0.
 */
export function strandProps(order: number, style?: CSSProperties) {
  return { 'data-strand': order, style: { ...style, '--strand': order } as CSSProperties }
}
