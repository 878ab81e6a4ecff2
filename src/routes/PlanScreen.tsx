import { useRouteContext } from '@tanstack/react-router'
import { useStore } from 'zustand'
import { ButtonLink } from '#ui/Button.tsx'
import { Message } from './Message.tsx'
import { MissingPlan } from './MissingPlan.tsx'
import { OpenPlan } from './OpenPlan.tsx'
import { UnreadablePlan } from './UnreadablePlan.tsx'

export function PlanScreen() {
  const { current } = useRouteContext({ from: '__root__' })
  const shown = useStore(current.state)
  switch (shown.kind) {
    case 'plan':
      return <OpenPlan key={shown.session.id} session={shown.session} origin={shown.origin} />
    case 'missing':
      return <MissingPlan />
    case 'bad-link':
      return (
        <Message
          title="There is no plan in this link"
          actions={
            <ButtonLink variant="primary" href="#/">
              Go to my plans
            </ButtonLink>
          }
        >
          <p>{shown.message}</p>
        </Message>
      )
    case 'slow':
      return (
        <Message
          title="This plan takes long to open"
          actions={
            <ButtonLink variant="primary" href="#/">
              Go to my plans
            </ButtonLink>
          }
        >
          <p>
            The storage of this browser has not answered yet. The plan opens by itself as soon as it does; nothing
            stored was changed. It may help to close other tabs that show Braid.
          </p>
        </Message>
      )
    case 'failed':
      return (
        <Message
          title="This plan could not be read"
          actions={
            <ButtonLink variant="primary" href="#/">
              Go to my plans
            </ButtonLink>
          }
        >
          <p>{shown.failure.message}</p>
        </Message>
      )
    case 'unreadable':
      return (
        <UnreadablePlan
          isNewer={shown.failure.code === 'newer'}
          message={shown.failure.message}
          leftover={shown.leftover}
        />
      )
    case 'nothing':
      return null
  }
}
