import { dependentsOf } from '#plan/dependencies/dependentsOf.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { dependenciesOf, usePlan } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './DependentsDialog.module.css'
import { focusIt } from './focusFirst.ts'
import { referenceWords } from './referenceWords.ts'

interface DependentsDialogProps {
  /** What would be deleted. */
  readonly ids: readonly NodeId[]
  readonly title: string
  readonly onDelete: (references: 'drop' | 'keep') => void
  readonly onClose: () => void
}

/** Asks what becomes of the references of those who wait for what is deleted. */
export function DependentsDialog({ ids, title, onDelete, onClose }: DependentsDialogProps) {
  const plan = usePlan(each => each)
  const choose = (references: 'drop' | 'keep') => {
    onClose()
    onDelete(references)
  }
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      size="medium"
      title={title}
      description="Others wait for it. Its tasks go with it; all of it can be undone."
      footer={
        <>
          <Button ref={focusIt} onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => choose('keep')}>Keep their words</Button>
          <Button variant="danger" onClick={() => choose('drop')}>
            Remove their references
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {dependents(plan, ids).map(({ id, holder, words }) => (
          <li key={id} className={styles.dependent}>
            <span className={styles.holder}>{holder}</span>
            <span className={styles.words}>waits for “{words}”</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function dependents(plan: Plan, ids: readonly NodeId[]) {
  const seen = new Set<NodeId>()
  return dependentsOf(dependenciesOf(plan), plan, ids).flatMap(({ from, reference: id }) => {
    const node = plan.nodes.get(from)
    const reference = plan.nodes.get(id)
    if (seen.has(id) || reference?.kind !== 'reference') return []
    seen.add(id)
    const holder = node?.kind === 'stream' ? streamTitle(node) : node?.kind === 'task' ? node.text : ''
    return [{ id, holder, words: referenceWords(reference) }]
  })
}
