import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan, Stream } from '#plan/plan.ts'
import { insertLines } from './insertLines.ts'
import { modelOf, withPhase } from './model.ts'
import { besideStream } from './moveStream.ts'
import { refuseEmpty, refuseMissing } from './refusals.ts'
import { sectionLines } from './sectionLines.ts'
import { settle } from './settle.ts'

import { newStreamLines } from './streamStyle.ts'
import { oneLine } from './words.ts'

/** Writes a new stream at the end of a phase, with the next free letter or number. Refuses empty words. */
export function addStream(plan: Plan, phaseId: NodeId, name: string): Outcome {
  const phase = plan.nodes.get(phaseId)
  if (phase?.kind !== 'phase') return refuseMissing('phase')
  const words = oneLine(name)
  if (words === '') return refuseEmpty('stream')
  const last = phase.streams.at(-1)
  const at = last ? besideStream(plan, last.id, 'after')?.at : sectionLines(plan, phaseId)?.to
  if (at === undefined) return refuseMissing('phase')
  const { key, lines } = newStreamLines(plan, phase, words)
  const stream: Stream = {
    kind: 'stream',
    id: 0 as NodeId,
    key,
    name: words,
    estimate: null,
    dependencies: [],
    tasks: [],
    implicit: false,
  }
  const meant = withPhase(modelOf(plan), phaseId, before => ({ ...before, streams: [...before.streams, stream] }))
  const [heading = '', ...fields] = lines
  const closed = [`${heading} ${heading.split(' ')[0]}`, ...fields]
  const ways = [lines, closed].map(written => [insertLines(plan.text, at, ['', ...written])])
  return settle('Add stream', plan, ways, meant)
}
