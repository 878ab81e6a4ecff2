import { plainEnvelope } from '#plan/file.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import type { PlanSource } from './planSource.ts'
import { TemplateCard } from './TemplateCard.tsx'
import styles from './TemplateList.module.css'

/** The six to start from. Each always makes a new plan. */
export function TemplateList({ onCreate }: { readonly onCreate: (sources: readonly PlanSource[]) => void }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one
    <ul role="list" className={styles.list}>
      {templates.map(template => (
        <TemplateCard
          key={template.id}
          template={template}
          onChoose={() =>
            onCreate([{ text: renderTemplate(template), fallbackName: template.name, envelope: plainEnvelope }])
          }
        />
      ))}
    </ul>
  )
}
