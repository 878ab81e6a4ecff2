import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { addStream } from '#plan/edit/addStream.ts'
import { addTask } from '#plan/edit/addTask.ts'
import { deleteIntegrationPoint } from '#plan/edit/deleteIntegrationPoint.ts'
import { setEstimate } from '#plan/edit/setEstimate.ts'
import { setPriority } from '#plan/edit/setPriority.ts'
import type { NodeId, Plan, Task } from '#plan/plan.ts'
import type { FindingCode } from './finding.ts'
import type { plantedDependencies } from './plantedDependencies.fixture.ts'
import {
  applied,
  edited,
  type Plant,
  pairsOf,
  pick,
  placedStreams,
  shuffled,
  streamIn,
  waitsFor,
  withTaskIn,
} from './planting.fixture.ts'

export const plantedWork: Readonly<Record<Exclude<FindingCode, keyof typeof plantedDependencies>, Plant>> = {
  'missing-estimate': (plan, chance) => {
    const estimated = placedStreams(plan).filter(({ stream }) => stream.estimate !== null)
    for (const { stream } of shuffled(estimated, chance)) {
      if (estimated.length < 2 || stream.tasks.every(({ estimate }) => estimate !== null)) continue
      const after = applied(plan, setEstimate(plan, stream.id, null))
      if (after) return { before: plan, after, isPlanted: ({ node }) => node === stream.id }
    }
    return null
  },

  'inverted-estimate': (plan, chance) => {
    for (const { stream } of shuffled(placedStreams(plan), chance)) {
      const { estimate: figures, estimateValue: value } = plan.spans.get(stream.id) ?? {}
      if (!figures || !value || (stream.estimate && stream.estimate.min > stream.estimate.max)) continue
      const high = 5 + Math.floor(chance() * 20)
      const low = Math.floor(chance() * 4) + 1
      const ways = [
        { ...figures, insert: `${high}-${low}` },
        { ...value, insert: `${high}h-${low}h` },
        { ...value, insert: `${high} days - ${low} hours` },
        { ...value, insert: `[${high} to ${low}] days` },
      ]
      const way = pick(ways, chance)
      const after = way && edited(plan, [way])
      if (after && streamIn(after, stream.id)?.estimate)
        return { before: plan, after, isPlanted: ({ node }) => node === stream.id }
    }
    return null
  },

  'gate-checks-later-work': (plan, chance) => {
    const gates = plan.integrationPoints.flatMap(gate => {
      const { after } = gate
      const at =
        after === null || after === 'final' ? -1 : plan.phases.findIndex(({ number }) => number === after.phase)
      return at < 0 ? [] : [{ gate, at }]
    })
    const fresh = pick(['walrus', 'zeppelin', 'kumquat', 'obsidian'], chance) ?? 'walrus'
    if (plan.text.toLowerCase().includes(fresh)) return null
    for (const [{ gate, at }, later] of pairsOf(gates, placedStreams(plan), chance)) {
      if (later.at <= at || later.stream.tasks.length === 0) continue
      const named = nameSaidByNobody(plan, later.stream.name, at)
      const made =
        named === null ? withTaskIn(plan, later.stream.id, `Build the ${fresh} register for the crew`) : { after: plan }
      if (!made) continue
      const states =
        named === null
          ? [
              `The ${fresh} register works`,
              `Crew can open the ${fresh} register`,
              `${fresh} register is in place`,
              `Crews may open ${fresh} registers before noon`,
            ]
          : [`${named} answers`, `${named} is ready`]
      const words = pick(states, chance) ?? ''
      const after = applied(made.after, addTask(made.after, { in: gate.id }, words))
      const written = after?.nodes.get(gate.id)
      const check = written?.kind === 'integrationPoint' ? written.checks.at(-1) : undefined
      if (!after || check?.text !== words) continue
      return {
        before: plan,
        after,
        isPlanted: ({ node }) => node === check.id,
        // The new task has no hours where all others had.
        follows: [{ code: 'missing-estimate', node: later.stream.id }],
      }
    }
    return null
  },

  'phase-only-in-commands': (plan, chance) => {
    const last = plan.execution.at(-1)
    const end = last && plan.spans.get(last.id)?.whole.to
    if (end === undefined) return null
    const numbers = plan.phases.map(({ number }) => number)
    const next = String(plan.phases.length + 1)
    const number = chance() < 0.5 && !numbers.includes(next) ? next : String(40 + Math.floor(chance() * 50))
    const lead = plan.text[end - 1] === '\n' ? '' : '\n'
    const after = edited(plan, [
      { from: end, to: end, insert: `${lead}\n# Phase ${number}: Last words\nclaude "say goodbye"\n` },
    ])
    const step = after.execution.at(-1)
    if (!step?.comment?.includes('Last words') || after.execution.length !== plan.execution.length + 1) return null
    return { before: plan, after, isPlanted: ({ node }) => node === step.id }
  },

  'commands-differ': (plan, chance) => {
    const fitting = plan.execution.flatMap(step => {
      const number = /^Phase (\d+)/.exec(step.comment ?? '')?.[1]
      const phase = plan.phases.find(other => other.number === number)
      return step.parallel && phase && phase.streams.length === step.prompts.length ? [{ step, phase }] : []
    })
    const chosen = pick(fitting, chance)
    const whole = chosen && plan.spans.get(chosen.step.id)?.whole
    if (!chosen || !whole) return null
    if (chance() < 0.5) {
      const end = plan.text.lastIndexOf('"', whole.to) + 1
      const after = edited(plan, [{ from: end, to: end, insert: ' "one more"' }])
      const step = after.nodes.get(chosen.step.id)
      const isMore = step?.kind === 'executionStep' && step.prompts.length === chosen.step.prompts.length + 1
      return isMore ? { before: plan, after, isPlanted: ({ node }) => node === step.id } : null
    }
    const grown = withNewStream(plan, chosen.phase.id, ['Paint the kumquat fence'])
    if (!grown) return null
    return {
      before: plan,
      after: grown.after,
      isPlanted: ({ node }) => node === chosen.step.id,
      // The stream that the commands do not start has no hours, and nobody need wait for it.
      follows: [
        { code: 'missing-estimate', node: grown.id },
        { code: 'unused-stream', node: grown.id },
      ],
    }
  },

  'empty-stream': (plan, chance) => {
    const phase = pick(
      plan.phases.filter(({ implicit }) => !implicit),
      chance,
    )
    const grown = phase && withNewStream(plan, phase.id, [])
    if (!grown) return null
    // Commands that fitted do not start the new stream.
    const steps = plan.execution.map(step => ({ code: 'commands-differ', node: step.id }) as const)
    return { before: plan, after: grown.after, isPlanted: ({ node }) => node === grown.id, follows: steps }
  },

  'unused-stream': (plan, chance) => {
    let before = plan
    for (const { id } of plan.integrationPoints) before = applied(before, deleteIntegrationPoint(before, id)) ?? before
    if (before.integrationPoints.length > 0 || resolveDependencies(before).links.every(({ to }) => to === null))
      return null
    const last = before.phases.findLastIndex(({ streams }) => streams.length > 0)
    const phase = pick(
      before.phases.slice(0, Math.max(0, last)).filter(({ implicit }) => !implicit),
      chance,
    )
    const grown = phase && withNewStream(before, phase.id, ['Paint the kumquat fence'])
    if (!grown) return null
    const steps = plan.execution.map(step => ({ code: 'commands-differ', node: step.id }) as const)
    return {
      before,
      after: grown.after,
      isPlanted: ({ node }) => node === grown.id,
      // The commands do not start it, and nobody has estimated it.
      follows: [{ code: 'missing-estimate', node: grown.id }, ...steps],
    }
  },

  'double-letter': (plan, chance) => {
    const lettered = placedStreams(plan).filter(({ stream }) => /^[A-Z]$/.test(stream.key ?? ''))
    const letters = lettered.map(({ stream }) => stream.key)
    if (new Set(letters).size < letters.length) return null
    const said = resolveDependencies(plan).links.map(({ reference }) => plan.nodes.get(reference))
    const isSaid = (key: string | null) =>
      said.some(node => node?.kind === 'reference' && new RegExp(`\\b${key}\\b`).test(`${node.text} ${node.qualifier}`))
    for (const [one, two] of pairsOf(lettered, lettered, chance)) {
      const span = plan.spans.get(two.stream.id)?.key
      // What is called by its letter would come to mean another stream: a defect of its own.
      if (lettered.indexOf(one) >= lettered.indexOf(two) || !span || isSaid(one.stream.key) || isSaid(two.stream.key))
        continue
      const after = edited(plan, [{ ...span, insert: one.stream.key ?? '' }])
      if (streamIn(after, two.stream.id)?.key !== one.stream.key) continue
      return { before: plan, after, isPlanted: ({ node }) => node === two.stream.id }
    }
    return null
  },

  'double-key': (plan, chance) => {
    const [one, two] = shuffled(tasksWithWords(plan), chance)
    const number = Math.floor(chance() * 90) + 700
    const key = chance() < 0.5 ? `T${number}` : `WAL-${number}`
    if (!one || !two || plan.text.includes(key)) return null
    const after = edited(
      plan,
      [one, two].map(task => {
        const spans = plan.spans.get(task.id)
        const from = spans?.text?.from ?? 0
        return task.key !== null && spans?.key ? { ...spans.key, insert: key } : { from, to: from, insert: `${key} ` }
      }),
    )
    const ids = [one.id, two.id]
    if (!ids.every(id => taskIn(after, id)?.key === key)) return null
    return { before: plan, after, isPlanted: ({ node, others }) => ids.every(id => id === node || others.includes(id)) }
  },

  'unfilled-placeholder': (plan, chance) => {
    const task = pick(tasksWithWords(plan), chance)
    const end = task && plan.spans.get(task.id)?.text?.to
    if (end === undefined || plan.text.includes('[Some Thing]')) return null
    const after = edited(plan, [{ from: end, to: end, insert: ' [Some Thing]' }])
    if (!after.placeholders.some(({ text }) => text === '[Some Thing]')) return null
    return {
      before: plan,
      after,
      isPlanted: ({ span }) => span !== null && span.from === end + 1 && span.to === end + 13,
    }
  },

  'priority-inflation': (plan, chance) => {
    const tasks = shuffled(tasksWithWords(plan), chance)
    const isHigh = ({ priority }: Task) => priority === 'critical' || priority === 'high'
    if (
      tasks.length < 8 ||
      tasks.filter(isHigh).length * 4 >= tasks.filter(({ priority }) => priority !== null).length * 3
    )
      return null
    let after = plan
    for (const { id } of tasks) {
      const task = taskIn(after, id)
      if (task && !isHigh(task))
        after = applied(after, setPriority(after, id, chance() < 0.5 ? 'critical' : 'high')) ?? after
    }
    const rated = flattenTasks(after.phases.flatMap(({ streams }) => streams.flatMap(stream => stream.tasks)))
    if (rated.filter(isHigh).length < 8 || rated.some(task => task.priority !== null && !isHigh(task))) return null
    return { before: plan, after, isPlanted: ({ node, span }) => node === null && span === null }
  },

  'two-jobs': (plan, chance) => {
    const stream = pick(
      placedStreams(plan).filter(({ stream }) => stream.tasks.length > 0),
      chance,
    )?.stream
    const first = pick(
      ['Create the big ledger', 'Write a guide for new pilots', 'Configure the night watch', 'Migrate old berths'],
      chance,
    )
    const second = pick(
      ['deploy the landing page', 'publish the tide table', 'remove the rusty crane', 'document every rope'],
      chance,
    )
    const words = `${first}${pick([' and ', ', and ', ' and then ', '; '], chance)}${second}`
    const planted = stream && withTaskIn(plan, stream.id, words)
    if (!stream || !planted) return null
    return {
      before: plan,
      after: planted.after,
      isPlanted: ({ node }) => node === planted.task.id,
      // The new task has no hours where all others had.
      follows: [{ code: 'missing-estimate', node: stream.id }],
    }
  },

  'shared-file': (plan, chance) => {
    const parallel = placedStreams(plan).filter(
      ({ phase, stream }) => phase.mode === 'parallel' && stream.tasks.length > 0,
    )
    const file = pick(['src/walrus/app.ts', 'walrus.py', 'deploy/walrus.yaml'], chance) ?? 'walrus.py'
    for (const [one, two] of pairsOf(parallel, parallel, chance)) {
      if (one.phase !== two.phase || one.stream === two.stream) continue
      if (waitsFor(plan, one.stream.id, two.stream.id) || waitsFor(plan, two.stream.id, one.stream.id)) continue
      const first = withTaskIn(plan, one.stream.id, `Write ${file}`)
      const second = first && withTaskIn(first.after, two.stream.id, `Extend ${file} a little`)
      if (!second) continue
      const ids = [first.task.id, second.task.id]
      return {
        before: plan,
        after: second.after,
        isPlanted: ({ node, others }) => ids.every(id => id === node || others.includes(id)),
        // The new tasks have no hours where all others had.
        follows: [one, two].map(({ stream }) => ({ code: 'missing-estimate', node: stream.id }) as const),
      }
    }
    return null
  },
}

/** A name of plain words that nothing up to the gate says, or `null`. */
function nameSaidByNobody(plan: Plan, name: string, gateAt: number): string | null {
  if (!/^[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,}){0,2}$/.test(name)) return null
  const earlier = plan.phases.slice(0, gateAt + 1).flatMap(({ streams }) => streams)
  const said = earlier
    .flatMap(({ name, tasks }) => [name, ...flattenTasks(tasks).map(({ text }) => text)])
    .join(' ')
    .toLowerCase()
  return name.split(' ').some(word => said.includes(word.toLowerCase().slice(0, 4))) ? null : name
}

/** A stream with a name that nobody says, and its tasks. */
function withNewStream(plan: Plan, phase: NodeId, tasks: readonly string[]): { after: Plan; id: NodeId } | null {
  if (/kumquat/i.test(plan.text)) return null
  let after = applied(plan, addStream(plan, phase, 'Kumquat fence'))
  const id = placedStreams(after ?? plan).find(({ stream }) => stream.name === 'Kumquat fence')?.stream.id
  for (const words of tasks) after = after && id !== undefined ? (withTaskIn(after, id, words)?.after ?? null) : null
  const stream = after && id !== undefined ? streamIn(after, id) : null
  // Only a stream with a letter is sure to be one.
  return after && stream?.key ? { after, id: stream.id } : null
}

function tasksWithWords(plan: Plan): readonly Task[] {
  return flattenTasks(plan.phases.flatMap(({ streams }) => streams.flatMap(({ tasks }) => tasks))).filter(({ text }) =>
    /\p{L}/u.test(text),
  )
}

function taskIn(plan: Plan, id: NodeId): Task | null {
  const node = plan.nodes.get(id)
  return node?.kind === 'task' ? node : null
}
