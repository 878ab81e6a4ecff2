import { useState } from 'react'
import { moveTask } from '#plan/edit/moveTask.ts'
import type { NodeId } from '#plan/plan.ts'
import { usePlan, useSession, useTask } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { useBoardStore } from './boardContext.ts'
import { focusFirstInput } from './focusFirst.ts'
import styles from './MoveTaskDialog.module.css'
import { StreamPicker } from './StreamPicker.tsx'
import { streamOf } from './siblings.ts'
import { useEditWithUndo } from './useEdit.ts'

type End = 'top' | 'end'

const ends: readonly { value: End; label: string }[] = [
  { value: 'top', label: 'Top' },
  { value: 'end', label: 'End' },
]

/** Chooses a stream for a task without dragging. */
export function MoveTaskDialog({ id, onClose }: { readonly id: NodeId; readonly onClose: () => void }) {
  const session = useSession()
  const board = useBoardStore()
  const task = useTask(id)
  const here = usePlan(plan => streamOf(plan, id)?.id)
  const runWithUndo = useEditWithUndo()
  const [end, setEnd] = useState<End>('end')

  const moveTo = (streamId: NodeId) => {
    const stream = session.state.getState().plan.nodes.get(streamId)
    if (stream?.kind !== 'stream') return
    const first = stream.tasks[0]
    const place = end === 'top' && first ? { before: first.id } : { in: streamId }
    const isThere = end === 'top' ? first?.id === id : stream.tasks.at(-1)?.id === id
    const moved =
      isThere ||
      runWithUndo(
        `Moved to ${streamTitle(stream)}`,
        run => run(moveTask, id, place),
        () => board.setState({ reveal: id }),
      ).ok
    if (!moved) return
    onClose()
    board.setState({ reveal: id })
  }

  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title="Move task"
      description={task?.text ?? ''}
      size="small"
    >
      <div className={styles.body} ref={focusFirstInput}>
        <StreamPicker label="Stream" onPick={moveTo} noteOf={stream => (stream === here ? 'here' : undefined)} />
        <div className={styles.end}>
          <span aria-hidden="true">Put it at the</span>
          <Segmented label="Put it at the" options={ends} value={end} onChange={setEnd} />
        </div>
      </div>
    </Dialog>
  )
}
