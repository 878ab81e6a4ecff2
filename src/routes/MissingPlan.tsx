import { ButtonLink } from '#ui/Button.tsx'
import { Message } from './Message.tsx'

export function MissingPlan() {
  return (
    <Message
      title="This plan is not in this browser"
      actions={
        <ButtonLink variant="primary" href="#/">
          Go to my plans
        </ButtonLink>
      }
    >
      <p>
        A plan is kept in the browser that made it. This one was deleted, or its address comes from another browser or
        computer.
      </p>
      <p>Your other plans are safe. To bring a plan over, export its Markdown there and open the file here.</p>
    </Message>
  )
}
