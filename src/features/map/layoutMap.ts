import { Graph, layout } from '@dagrejs/dagre'
import type { NodeId, Phase } from '#plan/plan.ts'
import { labelOf, type MapEdge, type MapGraph, type MapNode } from './mapGraph.ts'

/** In px of the map. `x` and `y` are the upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A phase, or the end of the plan (`null`), as a stretch from left to right. */
export interface Band extends Box {
  readonly phase: NodeId | null
}

export interface MapLayout {
  readonly boxes: ReadonlyMap<NodeId, Box>
  readonly bands: readonly Band[]
}

const sizes: Record<MapNode['kind'], { readonly width: number; readonly height: number }> = {
  stream: { width: 216, height: 76 },
  gate: { width: 168, height: 52 },
  external: { width: 148, height: 44 },
}
/** Around the boxes of a phase; above them stands its name. */
const pad = 20
const head = 48
/** From one phase to the next, for the lines between them. */
const between = 56
/** From one column of a phase to the next, with room for what stands beside its lines. */
const beside = 48
const rowGap = 20
const widestLabel = 112
const letter = 6

/** What stands beside a line, in about as many px; what is longer is cut. */
export function widthOf(label: string | null): number {
  return label === null ? 0 : Math.min(widestLabel, 10 + letter * label.length)
}

/**
 * Left to right as time goes, each phase a band of its own, to the right of the one before. Within a band what waits stands
 * to the right of what it waits for (layered drawing after Sugiyama, Tagawa & Toda 1981, by dagre). Bands are drawn one by
 * one: an edit moves nothing in the others, and many small drawings take a fraction of the time of a large one.
 */
export function layoutMap(graph: MapGraph, phases: readonly Phase[]): MapLayout {
  const boxes = new Map<NodeId, Box>()
  const widths: { readonly phase: NodeId | null; readonly x: number; readonly width: number }[] = []
  let x = 0
  for (const phase of [...phases.map(({ id }) => id), null]) {
    const drawn = drawBand(
      graph,
      graph.nodes.filter(node => node.phase === phase),
    )
    if (drawn.boxes.size === 0) continue
    for (const [id, box] of drawn.boxes)
      boxes.set(id, { ...box, x: x + pad + box.x, y: Math.round(box.y - drawn.top - drawn.height / 2) })
    widths.push({ phase, x, width: drawn.width + 2 * pad })
    x += drawn.width + 2 * pad + between
  }
  const all = [...boxes.values()]
  const top = Math.min(...all.map(({ y }) => y)) - head
  const bottom = Math.max(...all.map(({ y, height }) => y + height)) + pad
  return { boxes, bands: widths.map(band => ({ ...band, y: top, height: bottom - top })) }
}

/** All that a layout depends on: while it stays the same, so does the layout. */
export function shapeOf({ nodes, edges }: MapGraph): string {
  const boxes = nodes.map(({ kind, id, phase }) => `${kind} ${id} ${phase}`)
  const lines = edges.map(edge => `${edge.id} ${widthOf(labelOf(edge))}`)
  return [...boxes, ...lines].join()
}

/** From the upper left corner of the band's boxes: streams and what comes from outside, then a column of gates. */
function drawBand({ edges }: MapGraph, nodes: readonly MapNode[]) {
  const gates = nodes.filter(({ kind }) => kind === 'gate')
  const others = nodes.filter(({ kind }) => kind !== 'gate')
  const own = new Set(others.map(({ id }) => id))
  const lines = edges.filter(({ from, to }) => own.has(from) && own.has(to))
  const columnGap = beside + Math.max(0, ...lines.map(edge => widthOf(labelOf(edge))))
  const boxes = drawLayers(others, lines, columnGap)
  const drawn = [...boxes.values()]
  // Crossings are as many upside down: of the two the one that reads more in the order of the plan.
  if (isUpsideDown(drawn)) {
    const bottom = bottomOf(drawn)
    for (const [id, box] of boxes) boxes.set(id, { ...box, y: bottom - box.y - box.height })
  }
  // They gather all of the phase, so that dagre would have a long line to draw for each of its streams.
  const x = drawn.length > 0 ? rightOf(drawn) + beside : 0
  const { width, height } = sizes.gate
  const top = (bottomOf(drawn) - gates.length * (height + rowGap) + rowGap) / 2
  for (const [at, { id }] of gates.entries()) {
    boxes.set(id, { x, y: Math.round(top + at * (height + rowGap)), width, height })
  }
  const all = [...boxes.values()]
  const above = Math.min(0, ...all.map(({ y }) => y))
  return { boxes, width: rightOf(all), top: above, height: bottomOf(all) - above }
}

function drawLayers(nodes: readonly MapNode[], lines: readonly MapEdge[], ranksep: number): Map<NodeId, Box> {
  const drawing = new Graph()
  drawing.setGraph({ rankdir: 'LR', nodesep: rowGap, ranksep, ranker: 'longest-path' })
  for (const { id, kind } of nodes) drawing.setNode(String(id), { ...sizes[kind] })
  for (const { from, to } of lines) drawing.setEdge(String(to), String(from), {})
  if (nodes.length > 0) layout(drawing)
  return new Map(
    nodes.map(({ id, kind }) => {
      const { x = 0, y = 0 } = drawing.node(String(id))
      const { width, height } = sizes[kind]
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }]
    }),
  )
}

function rightOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(({ x, width }) => x + width))
}

function bottomOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(({ y, height }) => y + height))
}

/** Whether most neighbours in the order of the plan that stand in one column stand the other way round. */
function isUpsideDown(boxes: readonly Box[]): boolean {
  let down = 0
  for (const [at, box] of boxes.entries()) {
    const next = boxes[at + 1]
    if (next && next.x + next.width / 2 === box.x + box.width / 2) down += Math.sign(next.y - box.y)
  }
  return down < 0
}
