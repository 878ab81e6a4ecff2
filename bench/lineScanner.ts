import type {
  NodeId,
  NodeSpans,
  Phase,
  PlanNode,
  Priority,
  Reference,
  Stream,
  Task,
  TaskState,
} from '../src/plan/plan.ts'

type Building<Node> = { -readonly [Key in keyof Node]: Node[Key] extends readonly (infer Item)[] ? Item[] : Node[Key] }

export interface Scanned {
  readonly phases: readonly Phase[]
  readonly nodes: ReadonlyMap<NodeId, PlanNode>
  readonly spans: ReadonlyMap<NodeId, Pick<NodeSpans, 'line' | 'box' | 'priority'>>
}

const task = /^- \[(.)\] (.*?)(?: \(Priority: (\w+)\))?$/
const stream = /^### Stream (\w+): (.*)$/
const phase = /^## Phase (\d+): (.*?)(?: \(.*\))?$/
const estimate = /^\*\*Estimated Time:\*\* \[?(\d+)-(\d+)\]? hours$/
const dependencies = /^\*\*Dependencies:\*\* (.*)$/

/**
 * The least a program could do: one look at each line, no nesting, no code blocks, no continuation lines. It fills the
 * same model of phases, streams, references and tasks, so that it can stand beside `parsePlan` as a measure.
 */
export function scanLines(text: string): Scanned {
  const phases: Phase[] = []
  const nodes = new Map<NodeId, PlanNode>()
  const spans = new Map<NodeId, Pick<NodeSpans, 'line' | 'box' | 'priority'>>()
  let streams: Stream[] = []
  let current: Building<Stream> | null = null
  let next = 1
  let from = 0
  const enter = <Node extends PlanNode>(node: Node, to: number, box: number, priority: number): Node => {
    nodes.set(node.id, node)
    spans.set(node.id, {
      line: { from, to },
      box: box < 0 ? null : { from: box, to: box + 1 },
      priority: priority < 0 ? null : { from: priority, to },
    })
    return node
  }
  for (const line of text.split('\n')) {
    const to = from + line.length
    const id = next as NodeId
    const asTask = task.exec(line)
    const asStream = asTask ? null : stream.exec(line)
    const asPhase = asTask || asStream ? null : phase.exec(line)
    if (asTask && current) {
      next++
      const node = readTask(id, asTask)
      current.tasks.push(enter(node, to, from + 3, node.priority ? to - (asTask[3]?.length ?? 0) - 12 : -1))
    } else if (asStream) {
      next++
      current = newStream(id, asStream)
      streams.push(enter(current, to, -1, -1))
    } else if (asPhase) {
      next++
      streams = []
      phases.push(enter(newPhase(id, asPhase, streams), to, -1, -1))
    } else if (current) {
      const hours = estimate.exec(line)
      if (hours) current.estimate = { min: Number(hours[1]), max: Number(hours[2]) }
      const names = hours ? null : dependencies.exec(line)
      for (const words of names && names[1] !== 'None' ? (names[1] ?? '').split(', ') : []) {
        const reference: Reference = { kind: 'reference', id: next++ as NodeId, text: words, qualifier: null }
        current.dependencies.push(enter(reference, to, -1, -1))
      }
    }
    from = to + 1
  }
  return { phases, nodes, spans }
}

function newStream(id: NodeId, match: RegExpExecArray): Building<Stream> {
  const [, key = null, name = ''] = match
  return { kind: 'stream', id, key, name, estimate: null, dependencies: [], tasks: [], implicit: false }
}

function newPhase(id: NodeId, match: RegExpExecArray, streams: Stream[]): Phase {
  const [, number = null, name = ''] = match
  return { kind: 'phase', id, number, name, mode: null, days: null, streams, implicit: false }
}

function readTask(id: NodeId, match: RegExpExecArray): Task {
  const states: Record<string, TaskState> = { x: 'done', X: 'done', '~': 'active', '-': 'cancelled' }
  return {
    kind: 'task',
    id,
    text: match[2] ?? '',
    state: states[match[1] ?? ''] ?? 'open',
    priority: (match[3]?.toLowerCase() ?? null) as Priority | null,
    key: null,
    parallel: false,
    optional: false,
    estimate: null,
    dependencies: [],
    children: [],
    notes: null,
  }
}
