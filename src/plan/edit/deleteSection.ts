import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { type ReferenceChoice, referencesTo } from './droppedReferences.ts'
import { type Model, withReference } from './model.ts'
import { removeReferences } from './removedReferences.ts'
import { removedSpan } from './removeLines.ts'
import { sectionLines } from './sectionLines.ts'
import { settleOnBoard } from './settle.ts'

/** Takes a heading with all its lines away, and the dependencies on it where they shall go. */
export function deleteSection(
  label: string,
  plan: Plan,
  id: NodeId,
  without: Model,
  references: ReferenceChoice,
): Outcome | null {
  const lines = sectionLines(plan, id)
  if (!lines) return null
  const dropped = references === 'drop' ? referencesTo(plan, [id]) : new Set<NodeId>()
  let meant = without
  for (const reference of dropped) meant = withReference(plan, meant, reference, () => null)
  const edits = [{ ...removedSpan(plan.text, lines), insert: '' }, ...removeReferences(plan, dropped)]
  return settleOnBoard(label, plan, [edits], meant)
}
