import { plainEnvelope } from '#plan/file.ts'
import { templateCards } from '#plan/templates/templateCards.ts'
import { showToast } from '#ui/toasts.ts'
import type { PlanSource } from './planSource.ts'
import { TemplateCard } from './TemplateCard.tsx'
import styles from './TemplateList.module.css'

const loadTemplates = () => import('#plan/templates/templates.ts')

/** The six to start from. Each always makes a new plan. */
export function TemplateList({ onCreate }: { readonly onCreate: (sources: readonly PlanSource[]) => void }) {
  const choose = async (id: string, name: string) => {
    try {
      const { renderTemplate, templates } = await loadTemplates()
      const template = templates.find(template => template.id === id)
      if (template) onCreate([{ text: renderTemplate(template), fallbackName: name, envelope: plainEnvelope }])
    } catch {
      showToast({
        message: 'The template could not be loaded. Nothing is lost. Check the connection, or reload the page.',
        tone: 'danger',
      })
    }
  }
  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one
      role="list"
      className={styles.list}
      onPointerEnter={() => void loadTemplates().catch(() => undefined)}
      onFocus={() => void loadTemplates().catch(() => undefined)}
    >
      {templateCards.map(({ id, name, ...card }) => (
        <TemplateCard key={id} template={{ id, name, ...card }} onChoose={() => void choose(id, name)} />
      ))}
    </ul>
  )
}
