import { ButtonLink } from '#ui/Button.tsx'
import { Message } from './Message.tsx'

/** An address of ours that leads nowhere. */
export function LostScreen() {
  return (
    <Message
      title="There is nothing at this address"
      actions={
        <ButtonLink variant="primary" href="#/">
          Go to my plans
        </ButtonLink>
      }
    >
      <p>The link may be old or cut short. Your plans are safe in this browser.</p>
    </Message>
  )
}
