import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { deleteSection } from './deleteSection.ts'
import type { ReferenceChoice } from './droppedReferences.ts'
import { modelOf, withPhase } from './model.ts'
import { refuseMissing } from './refusals.ts'

/**
 * Takes a stream with its tasks away. `drop` also takes away the dependencies that mean it, `keep` leaves their words.
 */
export function deleteStream(plan: Plan, streamId: NodeId, references: ReferenceChoice): Outcome {
  const stream = plan.nodes.get(streamId)
  const phase = plan.parents.get(streamId)
  if (stream?.kind !== 'stream' || phase === undefined) return refuseMissing('stream')
  const without = withPhase(modelOf(plan), phase, before => ({
    ...before,
    streams: before.streams.filter(other => other.id !== streamId),
  }))
  return (
    deleteSection('Delete stream', plan, streamId, without, references) ??
    refuse('no-heading', 'These tasks stand under no heading of their own. Delete the tasks.')
  )
}
