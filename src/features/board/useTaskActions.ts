import { deleteTask } from '#plan/edit/deleteTask.ts'
import { duplicateTask } from '#plan/edit/duplicateTask.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import type { NodeId, Task } from '#plan/plan.ts'
import { useSession } from '#session/SessionContext.tsx'
import { useBoardStore } from './boardContext.ts'
import { isFiltering, matchesFilter } from './boardFilter.ts'
import { siblingsOf } from './siblings.ts'
import { useEdit, useEditWithUndo } from './useEdit.ts'

/** What can be done to a task or a check wherever it stands. Up and down mean the neighbours that show. */
export function useTaskActions(task: Task) {
  const session = useSession()
  const board = useBoardStore()
  const run = useEdit()
  const runWithUndo = useEditWithUndo()
  const { id } = task

  const siblings = siblingsOf(session.state.getState().plan, id)
  const { filter } = board.getState()
  const shows = (each: Task) => !isFiltering(filter) || matchesFilter(each, filter)
  const above = siblings?.before.find(shows)
  const below = siblings?.after.find(shows)
  const reveal = (next: NodeId | undefined) => next !== undefined && board.setState({ reveal: next })

  return {
    edit: () => board.setState({ editing: id }),
    addBelow: () => board.setState({ adding: `after:${id}` }),
    moveUp: above && (() => run(moveTask, id, { before: above.id }).ok && reveal(id)),
    moveDown: below && (() => run(moveTask, id, { after: below.id }).ok && reveal(id)),
    duplicate() {
      if (run(duplicateTask, id).ok) reveal(siblingsOf(session.state.getState().plan, id)?.after[0]?.id)
    },
    remove(what: string) {
      const { ok } = runWithUndo(
        `${what} deleted`,
        runEdit => runEdit(deleteTask, id),
        () => reveal(id),
      )
      if (ok) reveal((siblings?.after[0] ?? siblings?.before[0])?.id)
    },
  }
}
