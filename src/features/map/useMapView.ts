import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { NodeId } from '#plan/plan.ts'
import type { MapLayout } from './layoutMap.ts'
import { useMapState } from './mapStore.ts'

/** Frames that a box out of sight may take to be drawn. */
const patience = 20
/** Between a box and the panel that would lie over it, in px. */
const edge = 16

/** Moves the map so that what is selected is in sight. What it gives does so for what is to have the focus. */
export function useMapView(layout: MapLayout, frame: RefObject<HTMLElement | null>) {
  const flow = useReactFlow()
  const focusBox = (id: NodeId, frames = patience) => {
    const box = frame.current?.querySelector<HTMLElement>(`[data-map-box="${id}"]`)
    if (box) {
      box.focus({ preventScroll: true })
      showBox(id, box)
    } else if (frames > 0) {
      if (frames === patience) showBox(id, null)
      requestAnimationFrame(() => focusBox(id, frames - 1))
    }
  }
  /** Moves the map just when the box is not wholly in sight. */
  const showBox = (id: NodeId, element: HTMLElement | null) => {
    const place = layout.boxes.get(id)
    const seen = element?.getBoundingClientRect()
    const view = frame.current?.getBoundingClientRect()
    const isSeen =
      seen &&
      view &&
      seen.left >= view.left &&
      seen.right <= view.right &&
      seen.top >= view.top &&
      seen.bottom <= view.bottom
    if (!place || isSeen) return
    void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom: flow.getZoom() })
  }
  const selected = useMapState(state => state.selected)
  const showSelected = useEffectEvent(() => {
    if (typeof selected !== 'number') return
    const box = frame.current?.querySelector(`[data-map-box="${selected}"]`)?.getBoundingClientRect()
    const panel = frame.current?.parentElement?.querySelector('[data-map-panel]')?.getBoundingClientRect()
    if (!box) return showBox(selected, null)
    if (!panel || box.right <= panel.left || box.bottom <= panel.top || box.top >= panel.bottom) return
    // Out from under the panel, which on a phone lies below and else at the right.
    const { x, y, zoom } = flow.getViewport()
    const isBelow = panel.left <= box.left
    const [dx, dy] = isBelow ? [0, box.bottom - panel.top + edge] : [box.right - panel.left + edge, 0]
    void flow.setViewport({ x: x - dx, y: y - dy, zoom })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is newly selected is shown
  useEffect(() => showSelected(), [selected])
  return (id: NodeId) => focusBox(id)
}
