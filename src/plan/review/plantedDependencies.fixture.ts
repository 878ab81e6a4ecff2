import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { FindingCode } from './finding.ts'
import {
  hasCycle,
  letteredStreams,
  type Plant,
  pairsOf,
  pick,
  placedStreams,
  shuffled,
  streamIn,
  waitsFor,
  withTaskIn,
  withWait,
} from './planting.fixture.ts'

type Codes =
  | 'same-phase-dependency'
  | 'dependency-cycle'
  | 'later-phase-dependency'
  | 'guessed-dependency'
  | 'external-dependency'
  | 'bottleneck'

/** One more stream that waits for it can make a stream the bottleneck it nearly was. */
const nearly = 'bottleneck'

export const plantedDependencies: Readonly<Record<Codes & FindingCode, Plant>> = {
  'same-phase-dependency': (plan, chance) => {
    for (const [from, to] of pairsOf(placedStreams(plan), letteredStreams(plan), chance)) {
      if (from.phase !== to.phase || from.stream === to.stream || from.phase.mode !== 'parallel') continue
      if (waitsFor(plan, from.stream.id, to.stream.id)) continue
      const planted = withWait(plan, from.stream.id, `Stream ${to.key}`)
      if (!planted || hasCycle(planted.after)) continue
      const { after, reference } = planted
      return {
        before: plan,
        after,
        isPlanted: ({ node }) => node === reference,
        follows: [{ code: nearly, node: to.stream.id }],
      }
    }
    return null
  },

  'dependency-cycle': (plan, chance) => {
    if (hasCycle(plan)) return null
    const own = letteredStreams(plan)
    const links = resolveDependencies(plan).links.filter(({ confidence }) => confidence === 'certain')
    const loops = own.map(one => [one, one] as const)
    const linked = links.flatMap(({ from, to }) => {
      const waiting = own.find(({ stream }) => stream.id === from)
      const target = own.find(({ stream }) => stream.id === to)
      return waiting && target ? [[waiting, target] as const] : []
    })
    for (const [waiting, target] of shuffled(linked.length > 0 && chance() < 0.8 ? linked : loops, chance)) {
      const planted = withWait(plan, target.stream.id, `Stream ${waiting.key}`)
      if (!planted || !hasCycle(planted.after)) continue
      return {
        before: plan,
        after: planted.after,
        isPlanted: ({ node, others }) => node === target.stream.id || others.includes(target.stream.id),
        // The dependency that closes the circle may also go to its own phase or to a later one.
        follows: [
          { code: 'same-phase-dependency', node: planted.reference },
          { code: 'later-phase-dependency', node: planted.reference },
          { code: nearly, node: waiting.stream.id },
        ],
      }
    }
    return null
  },

  'later-phase-dependency': (plan, chance) => {
    for (const [from, to] of pairsOf(placedStreams(plan), letteredStreams(plan), chance)) {
      if (from.at >= to.at || waitsFor(plan, from.stream.id, to.stream.id)) continue
      const planted = withWait(plan, from.stream.id, `Stream ${to.key}`)
      if (!planted || hasCycle(planted.after)) continue
      const { after, reference } = planted
      return {
        before: plan,
        after,
        isPlanted: ({ node }) => node === reference,
        follows: [{ code: nearly, node: to.stream.id }],
      }
    }
    return null
  },

  'guessed-dependency': (plan, chance) => {
    if (/glass|beacon/i.test(plan.text)) return null
    for (const [from, maker] of pairsOf(placedStreams(plan), placedStreams(plan), chance)) {
      if (from.at < maker.at || from.stream === maker.stream || waitsFor(plan, from.stream.id, maker.stream.id))
        continue
      if (maker.stream.tasks.length === 0) continue
      const made = withTaskIn(plan, maker.stream.id, 'Create glass beacon for the others')
      const planted = made && withWait(made.after, from.stream.id, 'Glass Beacon')
      if (!planted || hasCycle(planted.after)) continue
      const { after, reference } = planted
      return {
        before: plan,
        after,
        isPlanted: ({ node }) => node === reference,
        // Guessed or not, it is waited for.
        follows: [
          { code: 'same-phase-dependency', node: reference },
          { code: nearly, node: maker.stream.id },
          // The new task has no hours where all others had.
          { code: 'missing-estimate', node: maker.stream.id },
        ],
      }
    }
    return null
  },

  'external-dependency': (plan, chance) => {
    const words = pick(['Zanzibar licence', 'Permit from the harbour master', 'Vendor Qux', 'ISO 40500'], chance) ?? ''
    if (plan.text.toLowerCase().includes((words.split(' ').at(-1) ?? '').toLowerCase())) return null
    for (const { stream } of shuffled(placedStreams(plan), chance)) {
      const planted = withWait(plan, stream.id, words)
      if (planted) {
        return { before: plan, after: planted.after, isPlanted: ({ node }) => node === planted.reference }
      }
    }
    return null
  },

  bottleneck: (plan, chance) => {
    const worked = placedStreams(plan).filter(({ stream }) => stream.tasks.length > 0)
    const all = plan.phases.flatMap(({ streams }) => streams).filter(({ tasks }) => tasks.length > 0).length
    for (const target of shuffled(letteredStreams(plan), chance)) {
      const waiting = worked.filter(({ stream }) => waitsFor(plan, stream.id, target.stream.id))
      const needed = Math.max(4, Math.floor((all - 1) / 2) + 1)
      if (waiting.length * 2 > all - 1 && waiting.length >= 4) continue
      const later = shuffled(worked, chance).filter(one => one.at > target.at && !waiting.includes(one))
      let after = plan
      let count = waiting.length
      for (const { stream } of later) {
        if (count >= needed) break
        const planted = streamIn(after, stream.id) && withWait(after, stream.id, `Stream ${target.key}`)
        if (!planted) continue
        after = planted.after
        count += 1
      }
      if (count >= needed && !hasCycle(after)) {
        return { before: plan, after, isPlanted: ({ node }) => node === target.stream.id }
      }
    }
    return null
  },
}
