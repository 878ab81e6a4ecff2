import { type RefObject, useLayoutEffect, useState } from 'react'

/** px of the track that stay free behind the last hour: whisker and slack do not touch the edge. */
const spare = 28

/**
 * px for one hour, so that `end` hours fit beside the labels at zoom 1; and where the table begins in what scrolls, which is
 * not always itself.
 */
export function useAxis(
  end: number,
  zoom: number,
  table: RefObject<HTMLElement | null>,
  view: HTMLElement,
): { readonly hour: number; readonly offset: number; readonly corner: number } {
  const [{ width, offset, corner }, setBox] = useState({ width: 0, offset: 0, corner: 0 })
  useLayoutEffect(() => {
    const own = table.current
    const labels = own?.querySelector<HTMLElement>('[data-corner]')
    const body = own?.lastElementChild
    if (!own || !labels || !body) return
    const measure = () => {
      const next = {
        width: view.clientWidth,
        offset: Math.round(body.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop),
        corner: labels.offsetWidth,
      }
      setBox(now => (now.width === next.width && now.offset === next.offset && now.corner === next.corner ? now : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const element of [view, labels, view.firstElementChild ?? own]) observer.observe(element)
    return () => observer.disconnect()
  }, [table, view])
  const room = width - corner - spare
  const hour = width === 0 ? 0 : (Math.max(80, room) / Math.max(end, 0.1)) * zoom
  return { hour, offset, corner }
}
