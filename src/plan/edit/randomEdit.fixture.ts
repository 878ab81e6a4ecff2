import fc from 'fast-check'
import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan, Priority, TaskState } from '#plan/plan.ts'
import { addDependency } from './addDependency.ts'
import { addIntegrationPoint } from './addIntegrationPoint.ts'
import { addPhase } from './addPhase.ts'
import { addStream } from './addStream.ts'
import { addTask } from './addTask.ts'
import { deleteIntegrationPoint } from './deleteIntegrationPoint.ts'
import { deletePhase } from './deletePhase.ts'
import { deleteStream } from './deleteStream.ts'
import { deleteTask } from './deleteTask.ts'
import { duplicateTask } from './duplicateTask.ts'
import {
  copyNode,
  dropMissingReferences,
  newIn,
  nodeOf,
  pick,
  pickPlace,
  placeIn,
  readTyped,
  setField,
  takeReferences,
} from './editMeaning.fixture.ts'
import { moveStream } from './moveStream.ts'
import { moveTask } from './moveTask.ts'
import { typedWords } from './randomPlan.fixture.ts'
import { removeDependency } from './removeDependency.ts'
import { renameIntegrationPoint } from './renameIntegrationPoint.ts'
import { renamePhase } from './renamePhase.ts'
import { renamePlan } from './renamePlan.ts'
import { renameStream } from './renameStream.ts'
import { renameTask } from './renameTask.ts'
import { setDays } from './setDays.ts'
import { setEstimate } from './setEstimate.ts'
import { setMode } from './setMode.ts'
import { setOverview } from './setOverview.ts'
import { setPriority } from './setPriority.ts'
import { setTaskState } from './setTaskState.ts'
import { dropNode, listOf, type Sketch } from './sketch.fixture.ts'
import { toggleTask } from './toggleTask.ts'

/** One random edit: what to run, picked by number among what the plan holds, and the words for it. */
export interface RandomEdit {
  readonly kind: keyof typeof edits
  readonly first: number
  readonly second: number
  readonly words: string
}

/** What an edit answered, and what it is supposed to do to a sketch of the plan. `after` tells the ids of new nodes. */
export interface Tried {
  readonly outcome: Outcome
  readonly mean: (sketch: Sketch, after: Sketch) => void
  /** The nodes whose lines the edit may rewrite; an edit without any may only insert. */
  readonly subjects: readonly NodeId[]
}

export function randomEdit(): fc.Arbitrary<RandomEdit> {
  return fc.record({
    kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
    first: fc.nat({ max: 200 }),
    second: fc.nat({ max: 200 }),
    words: typedWords,
  })
}

/** `null` when the plan holds nothing to try this edit on. */
export function tryEdit(plan: Plan, edit: RandomEdit): Tried | null {
  return edits[edit.kind](plan, edit)
}

type Try = (plan: Plan, edit: RandomEdit) => Tried | null

const states: readonly TaskState[] = ['open', 'active', 'done', 'cancelled']
const priorities: readonly (Priority | null)[] = ['critical', 'high', 'medium', 'low', null]

const edits = {
  setTaskState: (plan, { first, second }) => {
    const task = pick(plan, 'task', first)
    const state = states[second % 4] ?? 'open'
    return (
      task && {
        subjects: [task.id],
        outcome: setTaskState(plan, task.id, state),
        mean: setField(task.id, 'state', state),
      }
    )
  },
  toggleTask: (plan, { first }) => {
    const task = pick(plan, 'task', first)
    if (!task) return null
    const state = task.state === 'open' || task.state === 'active' ? 'done' : 'open'
    return { subjects: [task.id], outcome: toggleTask(plan, task.id), mean: setField(task.id, 'state', state) }
  },
  setPriority: (plan, { first, second }) => {
    const task = pick(plan, 'task', first)
    const priority = priorities[second % 5] ?? null
    return (
      task && {
        subjects: [task.id],
        outcome: setPriority(plan, task.id, priority),
        mean: setField(task.id, 'priority', priority),
      }
    )
  },
  renameTask: (plan, { first, words }) => {
    const task = pick(plan, 'task', first)
    if (!task) return null
    return {
      subjects: [task.id],
      outcome: renameTask(plan, task.id, words),
      mean: (sketch, after) => {
        const typed = readTyped(words, task.state === null, after.nodes.get(task.id)?.fields.text)
        const node = nodeOf(sketch, task.id)
        node.fields.text = typed.text
        for (const field of ['key', 'priority', 'estimate'] as const) {
          if (typed[field] !== null) node.fields[field] = typed[field]
        }
        if (typed.parallel) node.fields.parallel = true
        if (typed.dependencies.length > 0) takeReferences(sketch, after, task.id, typed)
      },
    }
  },
  addTask: (plan, { first, second, words }) => {
    const place = pickPlace(plan, first, second)
    if (!place) return null
    return {
      subjects: [],
      outcome: addTask(plan, place, words),
      mean: (sketch, after) => {
        const [list, index] = placeIn(sketch, place)
        const id = newIn(sketch, after, place)
        const added = nodeOf(after, id)
        const isPlain = added.fields.state === null
        const typed = readTyped(words, isPlain, added.fields.text)
        list.splice(index, 0, id)
        sketch.nodes.set(id, {
          fields: {
            text: typed.text,
            state: isPlain ? null : 'open',
            priority: typed.priority,
            key: typed.key,
            parallel: typed.parallel,
            optional: false,
            estimate: typed.estimate,
            notes: null,
          },
          children: [],
          references: [],
        })
        takeReferences(sketch, after, id, typed)
      },
    }
  },
  deleteTask: (plan, { first }) => {
    const task = pick(plan, 'task', first)
    return (
      task && { subjects: [task.id], outcome: deleteTask(plan, task.id), mean: sketch => dropNode(sketch, task.id) }
    )
  },
  duplicateTask: (plan, { first }) => {
    const task = pick(plan, 'task', first)
    if (!task) return null
    const place = { after: task.id }
    return {
      subjects: [],
      outcome: duplicateTask(plan, task.id),
      mean: (sketch, after) => {
        const id = newIn(sketch, after, place)
        const [list, index] = placeIn(sketch, place)
        list.splice(index, 0, id)
        copyNode(sketch, after, task.id, id)
      },
    }
  },
  moveTask: (plan, { first, second, words }) => {
    const task = pick(plan, 'task', first)
    const place = pickPlace(plan, second, words.length)
    if (!task || !place) return null
    return {
      subjects: [task.id],
      outcome: moveTask(plan, task.id, place),
      mean: sketch => {
        if (('before' in place && place.before === task.id) || ('after' in place && place.after === task.id)) return
        const list = listOf(sketch, task.id)
        list.splice(list.indexOf(task.id), 1)
        const [target, index] = placeIn(sketch, place)
        target.splice(index, 0, task.id)
      },
    }
  },
  renameStream: (plan, { first, words }) => {
    const stream = pick(plan, 'stream', first)
    if (!stream) return null
    return {
      subjects: [stream.id],
      outcome: renameStream(plan, stream.id, words),
      mean: (sketch, after) => {
        nodeOf(sketch, stream.id).fields.name = words.trim()
        // Which dependencies follow is pinned by renameStream.test.ts; here they may only differ where they named it.
        for (const [id, node] of sketch.nodes) {
          const words = node.fields.text
          if (
            !('qualifier' in node.fields) ||
            typeof words !== 'string' ||
            !words.toLowerCase().endsWith(stream.name.toLowerCase())
          )
            continue
          node.fields.text = after.nodes.get(id)?.fields.text
        }
      },
    }
  },
  renamePhase: (plan, { first, words }) => {
    const phase = pick(plan, 'phase', first)
    return (
      phase && {
        subjects: [phase.id],
        outcome: renamePhase(plan, phase.id, words),
        mean: setField(phase.id, 'name', words.trim()),
      }
    )
  },
  renameIntegrationPoint: (plan, { first, words }) => {
    const point = pick(plan, 'integrationPoint', first)
    return (
      point && {
        subjects: [point.id],
        outcome: renameIntegrationPoint(plan, point.id, words),
        mean: setField(point.id, 'name', words.trim()),
      }
    )
  },
  renamePlan: (plan, { words }) => ({
    subjects: [],
    outcome: renamePlan(plan, words),
    mean: sketch => {
      sketch.title = words.trim()
    },
  }),
  setOverview: (plan, { words, first }) => ({
    subjects: [],
    outcome: setOverview(plan, first % 5 === 0 ? '' : words),
    mean: sketch => {
      // Words of nothing but blanks clear it as no words do.
      sketch.overview = (first % 5 === 0 ? '' : words.trim()) || null
    },
  }),
  setEstimate: (plan, { first, second }) => {
    const stream = pick(plan, 'stream', first)
    const hours = second % 4 === 0 ? null : { min: second % 7, max: (second % 7) + (second % 3) }
    return (
      stream && {
        subjects: [stream.id],
        outcome: setEstimate(plan, stream.id, hours),
        mean: setField(stream.id, 'estimate', hours),
      }
    )
  },
  setDays: (plan, { first, second }) => {
    const phase = pick(plan, 'phase', first)
    const days = second % 4 === 0 ? null : { from: second % 7, to: (second % 7) + (second % 3) }
    return (
      phase && { subjects: [phase.id], outcome: setDays(plan, phase.id, days), mean: setField(phase.id, 'days', days) }
    )
  },
  setMode: (plan, { first, second }) => {
    const phase = pick(plan, 'phase', first)
    const mode = ([null, 'parallel', 'sequential'] as const)[second % 3] ?? null
    return (
      phase && { subjects: [phase.id], outcome: setMode(plan, phase.id, mode), mean: setField(phase.id, 'mode', mode) }
    )
  },
  addDependency: (plan, { first, words }) => {
    const stream = pick(plan, 'stream', first)
    if (!stream) return null
    return {
      subjects: [stream.id],
      outcome: addDependency(plan, stream.id, words),
      mean: (sketch, after) => {
        const node = nodeOf(sketch, stream.id)
        const id = nodeOf(after, stream.id).references.at(-1)
        const added = id === undefined || sketch.nodes.has(id) ? undefined : after.nodes.get(id)
        if (id === undefined || !added) throw new Error('No dependency was added')
        const { text, qualifier } = added.fields
        // A blank that Markdown does not take for one stays with the name.
        const name = String(text).trimStart()
        if (!words.replace(/^[\s,;]+/, '').startsWith(name) && !/^Stream /.test(name))
          throw new Error(`${words} became ${text}`)
        node.references.push(id)
        sketch.nodes.set(id, { fields: { text, qualifier }, children: [], references: [] })
      },
    }
  },
  removeDependency: (plan, { first }) => {
    const reference = pick(plan, 'reference', first)
    return (
      reference && {
        subjects: [reference.id],
        outcome: removeDependency(plan, reference.id),
        mean: sketch => dropNode(sketch, reference.id),
      }
    )
  },
  addStream: (plan, { first, words }) => {
    const phase = pick(plan, 'phase', first)
    if (!phase) return null
    return {
      subjects: [],
      outcome: addStream(plan, phase.id, words),
      mean: (sketch, after) => {
        const id = nodeOf(after, phase.id).children.at(-1)
        if (id === undefined || sketch.nodes.has(id)) throw new Error('No stream was added')
        nodeOf(sketch, phase.id).children.push(id)
        const key = nodeOf(after, id).fields.key
        const keys = [...sketch.nodes.values()].map(node => node.fields.key)
        if (key !== null && plan.phases.length === 1 && keys.includes(key)) throw new Error(`${key} is taken`)
        const fields = { key, name: words.trim(), estimate: null, implicit: false }
        sketch.nodes.set(id, { fields, children: [], references: [] })
      },
    }
  },
  moveStream: (plan, { first, second, words }) => {
    const stream = pick(plan, 'stream', first)
    const other = pick(plan, 'stream', second)
    const phase = pick(plan, 'phase', second)
    if (!stream || !other || !phase) return null
    const place = [{ before: other.id }, { after: other.id }, { in: phase.id }][words.length % 3] ?? { in: phase.id }
    return {
      subjects: [stream.id],
      outcome: moveStream(plan, stream.id, place),
      mean: sketch => {
        if (!('in' in place) && stream === other) return
        const list = listOf(sketch, stream.id)
        list.splice(list.indexOf(stream.id), 1)
        const target = 'in' in place ? nodeOf(sketch, phase.id).children : listOf(sketch, other.id)
        const at = 'in' in place ? target.length : target.indexOf(other.id) + ('after' in place ? 1 : 0)
        target.splice(at, 0, stream.id)
      },
    }
  },
  deleteStream: (plan, { first, second }) => {
    const stream = pick(plan, 'stream', first)
    if (!stream) return null
    const choice = second % 2 === 0 ? 'drop' : 'keep'
    return {
      subjects: [stream.id],
      outcome: deleteStream(plan, stream.id, choice),
      mean: (sketch, after) => {
        dropNode(sketch, stream.id)
        if (choice === 'drop') dropMissingReferences(sketch, after)
      },
    }
  },
  addPhase: (plan, { words }) => ({
    subjects: [],
    outcome: addPhase(plan, words),
    mean: (sketch, after) => {
      const id = after.phases.at(-1)
      if (id === undefined || sketch.nodes.has(id)) throw new Error('No phase was added')
      sketch.phases.push(id)
      const fields = {
        number: nodeOf(after, id).fields.number,
        name: words.trim(),
        mode: null,
        days: null,
        implicit: false,
      }
      sketch.nodes.set(id, { fields, children: [], references: [] })
    },
  }),
  deletePhase: (plan, { first, second }) => {
    const phase = pick(plan, 'phase', first)
    if (!phase) return null
    const choice = second % 2 === 0 ? 'drop' : 'keep'
    return {
      subjects: [phase.id],
      outcome: deletePhase(plan, phase.id, choice),
      mean: (sketch, after) => {
        dropNode(sketch, phase.id)
        const { from, to } = plan.spans.get(phase.id)?.whole ?? { from: 0, to: 0 }
        for (const point of [...sketch.points]) {
          const start = plan.spans.get(point)?.whole.from ?? -1
          if (start >= from && start < to) dropNode(sketch, point)
        }
        if (choice === 'drop') dropMissingReferences(sketch, after)
      },
    }
  },
  addIntegrationPoint: (plan, { words, first }) => {
    const where = first % 2 === 0 ? ('final' as const) : { phase: '1' }
    return {
      subjects: [],
      outcome: addIntegrationPoint(plan, words, where),
      mean: (sketch, after) => {
        const id = after.points.at(-1)
        if (id === undefined || sketch.nodes.has(id)) throw new Error('No integration point was added')
        sketch.points.push(id)
        const fields = { number: nodeOf(after, id).fields.number, name: words.trim(), after: where }
        sketch.nodes.set(id, { fields, children: [], references: [] })
      },
    }
  },
  deleteIntegrationPoint: (plan, { first }) => {
    const point = pick(plan, 'integrationPoint', first)
    return (
      point && {
        subjects: [point.id],
        outcome: deleteIntegrationPoint(plan, point.id),
        mean: sketch => dropNode(sketch, point.id),
      }
    )
  },
} satisfies Record<string, Try>
