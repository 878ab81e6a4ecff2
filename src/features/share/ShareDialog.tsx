import { useRef } from 'react'
import { linkPlaces } from '#plan/share/linkPlaces.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './Share.module.css'
import { useLink } from './useLink.ts'

interface ShareDialogProps {
  readonly onClose: () => void
  readonly onDownload: () => void
}

/** The open plan as a link, or as a file where a link would be too long. */
export function ShareDialog({ onClose, onDownload }: ShareDialogProps) {
  const link = useLink()
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title="Share a link"
      description="The link holds the whole plan as it is now. Nothing is sent anywhere: who opens the link sees this plan, and your later edits stay with you."
    >
      {link.kind === 'waiting' && <p role="status">Making the link</p>}
      {link.kind === 'too-long' && (
        <p role="alert">
          This plan has more than 2 MB, which is more than a link can hold. Share it as a file instead: whoever drops it
          on Braid sees the same plan.
        </p>
      )}
      {link.kind === 'failed' && (
        <p role="alert">
          The link could not be made. Your plan is safe. Share it as a file instead, or reload the page.
        </p>
      )}
      {link.kind === 'ready' && <Link address={link.address} onDownload={onDownload} />}
      {(link.kind === 'too-long' || link.kind === 'failed') && (
        <div className={styles.actions}>
          <Button variant="primary" icon="download" onClick={onDownload}>
            Download Markdown
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function Link({ address, onDownload }: { readonly address: string; readonly onDownload: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <div className={styles.link}>
      <textarea
        ref={field}
        className={styles.address}
        aria-label="Link"
        readOnly
        rows={3}
        spellCheck={false}
        value={address}
        onFocus={event => event.currentTarget.select()}
      />
      <p className={styles.facts}>
        <strong>{address.length.toLocaleString('en')} characters.</strong> {fitWords(address.length)}
      </p>
      <div className={styles.actions}>
        <CopyButton label="Copy link" text={address} onRefused={() => field.current?.select()} />
        <Button icon="download" onClick={onDownload}>
          Download Markdown
        </Button>
      </div>
    </div>
  )
}

function fitWords(length: number): string {
  const tooLongFor = linkPlaces.filter(place => place.limit < length).map(place => place.name)
  if (tooLongFor.length === 0) return 'Short enough for chats, mails and a QR code.'
  const fits = linkPlaces.filter(place => place.limit >= length).map(place => place.name)
  const fitting = fits.length === 0 ? '' : `Fits into ${listed(fits)}. `
  return `${fitting}Too long for ${listed(tooLongFor)}: share the file there.`
}

/** 'a, b and c' */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
