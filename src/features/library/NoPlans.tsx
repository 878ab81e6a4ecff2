import { ButtonLink } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'

export function NoPlans({ exampleHref }: { readonly exampleHref: string }) {
  return (
    <EmptyState
      action={
        <ButtonLink href={exampleHref} icon="eye">
          Look at the example
        </ButtonLink>
      }
    >
      No plans yet: choose a template, open a file, or look at a filled plan first.
    </EmptyState>
  )
}
