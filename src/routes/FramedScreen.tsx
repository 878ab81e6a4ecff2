import { ButtonLink } from '#ui/Button.tsx'
import { Message } from './Message.tsx'

/**
 * Whether the page stands in a frame of another site, which could make people click what they do not see. Hosts can forbid
 * that by a header; a policy inside the page cannot, and on a host without headers this is all there is.
 */
export function isFramedByOthers(): boolean {
  if (window.top === window) return false
  try {
    return window.top?.location.origin !== window.location.origin
  } catch {
    return true
  }
}

/** All that a frame of another site gets to see: no plan is read, nothing can be changed. */
export function FramedScreen() {
  return (
    <Message
      title="Braid does not run inside another site"
      actions={
        <ButtonLink href={window.location.href} target="_blank" rel="noopener noreferrer" variant="primary">
          Open Braid in its own tab
        </ButtonLink>
      }
    >
      <p>Your plans are safe: this frame has not read them.</p>
    </Message>
  )
}
