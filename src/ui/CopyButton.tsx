import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './CopyButton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Copied = 'no' | 'yes' | 'refused'

interface CopyButtonProps {
  /** 'Copy Markdown' */
  readonly label: string
  readonly text: string
  /** Selects the text on the screen, for when the browser keeps the clipboard from us. */
  readonly onRefused: () => void
}

export function CopyButton({ label, text, onRefused }: CopyButtonProps) {
  const [copied, setCopied] = useState<Copied>('no')

  useEffect(() => {
    if (copied === 'no') return
    const timer = setTimeout(() => setCopied('no'), 4000)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('refused')
      onRefused()
    }
  }

  return (
    <>
      {copied === 'refused' && (
        <span className={styles.refused}>
          The browser did not allow it. The text is selected: copy it with your keys.
        </span>
      )}
      <Button
        variant="primary"
        className={styles.button ?? ''}
        icon={copied === 'yes' ? 'check' : 'copy'}
        onClick={() => void copy()}
      >
        <span className={styles.label} aria-hidden={copied === 'yes'}>
          {label}
        </span>
        {copied === 'yes' && <span className={styles.copied}>Copied</span>}
      </Button>
      <VisuallyHidden>
        <span role="status">{said[copied]}</span>
      </VisuallyHidden>
    </>
  )
}

const said: Record<Copied, string> = {
  no: '',
  yes: 'Copied',
  refused: 'The browser did not allow copying. The text is selected: copy it with your keys.',
}
