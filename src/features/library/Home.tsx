import { type ReactNode, useRef } from 'react'
import { usePlans } from '#session/LibraryContext.tsx'
import styles from './Home.module.css'
import { HomeBar } from './HomeBar.tsx'
import { NoPlans } from './NoPlans.tsx'
import { PlanList } from './PlanList.tsx'
import { StorageNote } from './StorageNote.tsx'
import { TemplateList } from './TemplateList.tsx'
import type { TakeFiles } from './useOpenFiles.tsx'

interface HomeProps extends TakeFiles {
  readonly planHref: (id: string) => string
  readonly exampleHref: string
  /** Beside the heading of the list: what can be done with all of it. */
  readonly backup: ReactNode
}

/** The plans in this browser, and every way to a new one. */
export function Home({ planHref, exampleHref, onCreate, onRestore, backup }: HomeProps) {
  const { plans, failure } = usePlans()
  const plansHeading = useRef<HTMLHeadingElement>(null)
  return (
    <div className={styles.page}>
      <HomeBar onCreate={onCreate} onRestore={onRestore} />
      <main className={styles.main}>
        <section className={styles.section} aria-labelledby="my-plans">
          <div className={styles.head}>
            <h2 id="my-plans" className={styles.heading} ref={plansHeading} tabIndex={-1}>
              My plans
            </h2>
            {backup}
          </div>
          {failure && (
            <p className={styles.failure} role="alert">
              {failure.message}
            </p>
          )}
          {plans && plans.length > 0 && (
            <PlanList plans={plans} planHref={planHref} onDeleted={() => plansHeading.current?.focus()} />
          )}
          {plans?.length === 0 && <NoPlans exampleHref={exampleHref} />}
        </section>
        <section className={styles.section} aria-labelledby="templates">
          <h2 id="templates" className={styles.heading}>
            Start from a template
          </h2>
          <TemplateList onCreate={onCreate} />
        </section>
        <footer className={styles.notes}>
          <p className={styles.note}>
            Plans are kept in this browser and sent nowhere. Drop a Markdown file or a backup on this page, or paste the
            text of a plan, to have it here.
          </p>
          <StorageNote />
        </footer>
      </main>
    </div>
  )
}
