import { useEffect } from 'react'
import { dependentsOf } from '#plan/dependencies/dependentsOf.ts'
import { deleteStream } from '#plan/edit/deleteStream.ts'
import { moveStream } from '#plan/edit/moveStream.ts'
import type { NodeId, Stream } from '#plan/plan.ts'
import { dependenciesOf, useSession } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { MenuItem, MenuSeparator, MenuSub } from '#ui/Menu.tsx'
import { useBoardStore } from './boardContext.ts'
import { focusMenuOf } from './focusFirst.ts'
import { phaseTitle } from './streamChoices.ts'
import { useEdit, useEditWithUndo } from './useEdit.ts'
import { useStreamEffect } from './useStreamEffect.ts'

export function StreamMenu({ stream, opener }: { readonly stream: Stream; readonly opener: HTMLElement }) {
  const session = useSession()
  const board = useBoardStore()
  const run = useEdit()
  const runWithUndo = useEditWithUndo()
  const effect = useStreamEffect()
  useEffect(() => effect.clear, [effect])
  const { id, implicit } = stream
  const { plan } = session.state.getState()
  const phase = plan.phases.find(each => each.streams.some(one => one.id === id))
  const place = phase?.streams.findIndex(one => one.id === id) ?? -1
  const left = phase?.streams[place - 1]
  const right = phase?.streams[place + 1]
  const others = plan.phases.filter(each => each !== phase && !each.implicit)

  const move = (to: Parameters<typeof moveStream>[2]) => run(moveStream, id, to)
  const remove = (waiting: NodeId) => {
    const { plan: now } = session.state.getState()
    if (dependentsOf(dependenciesOf(now), now, [waiting]).length > 0) {
      board.setState({ overlay: { kind: 'delete-stream', id: waiting, opener } })
      return
    }
    runWithUndo(
      `“${streamTitle(stream)}” deleted`,
      runEdit => runEdit(deleteStream, waiting, 'keep'),
      () => focusMenuOf(waiting),
    )
  }

  return (
    <>
      <MenuItem icon="edit" disabled={implicit} onSelect={() => board.setState({ editing: id })}>
        Rename
      </MenuItem>
      <MenuItem icon="plus" onSelect={() => board.setState({ adding: `in:${id}` })}>
        Add task
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon="arrow-left"
        disabled={implicit || !left || left.implicit}
        onSelect={() => left && move({ before: left.id })}
      >
        Move left
      </MenuItem>
      <MenuItem icon="arrow-right" disabled={implicit || !right} onSelect={() => right && move({ after: right.id })}>
        Move right
      </MenuItem>
      <MenuSub label="Move to phase" icon="board" disabled={implicit || others.length === 0}>
        {others.map(each => (
          <MenuItem
            key={each.id}
            onFocus={() => effect.say(id, { in: each.id })}
            onBlur={effect.clear}
            onSelect={() => move({ in: each.id })}
          >
            {phaseTitle(each)}
          </MenuItem>
        ))}
      </MenuSub>
      <MenuSeparator />
      <MenuItem icon="trash" danger disabled={implicit} onSelect={() => remove(id)}>
        Delete stream
      </MenuItem>
    </>
  )
}
