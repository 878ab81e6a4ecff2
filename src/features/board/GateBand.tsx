import { renameIntegrationPoint } from '#plan/edit/renameIntegrationPoint.ts'
import type { IntegrationPoint, NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { classNames } from '#ui/classNames.ts'
import { EditableText } from '#ui/EditableText.tsx'
import { Band } from './Band.tsx'
import bandTitle from './bandTitle.module.css'
import { useEditing } from './boardContext.ts'
import { NodeMenu } from './CardMenu.tsx'
import editable from './editableName.module.css'
import { FindingMark } from './FindingMark.tsx'
import { useEdit } from './useEdit.ts'

/** Where strands join: an integration point with its checklist. */
export function GateBand({ id }: { readonly id: NodeId }) {
  const node = usePlan(plan => plan.nodes.get(id))
  const run = useEdit()
  const [editing, setEditing] = useEditing(id)
  if (node?.kind !== 'integrationPoint') return null
  return (
    <Band
      icon="gate"
      title={node.name || 'Integration point'}
      note={afterWords(node.after)}
      items={node.checks}
      place={{ in: id }}
      mark={<FindingMark id={id} />}
      fullWord="passed"
      menu={<NodeMenu id={id} label={`Actions of ${node.name || 'this integration point'}`} />}
    >
      <h2 className={classNames(bandTitle.title, editable.name)}>
        <EditableText
          value={node.name}
          label="Name of the integration point"
          placeholder="Unnamed integration point"
          editing={editing}
          onEditingChange={setEditing}
          onCommit={name => run(renameIntegrationPoint, id, name)}
        />
      </h2>
    </Band>
  )
}

function afterWords(after: IntegrationPoint['after']): string | undefined {
  if (after === null) return undefined
  return after === 'final' ? 'Final' : `After Phase ${after.phase}`
}
