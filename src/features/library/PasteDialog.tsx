import { useId, useState } from 'react'
import { plainEnvelope } from '#plan/file.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './PasteDialog.module.css'
import type { PlanSource } from './planSource.ts'
import { understood } from './understood.ts'

interface PasteDialogProps {
  readonly initialText: string
  readonly onCreate: (sources: readonly PlanSource[]) => void
  readonly onClose: () => void
}

export function PasteDialog({ initialText, onCreate, onClose }: PasteDialogProps) {
  const [text, setText] = useState(initialText)
  const id = useId()
  const isEmpty = text.trim() === ''
  const create = () => {
    onClose()
    onCreate([{ text, fallbackName: 'Pasted plan', envelope: plainEnvelope }])
  }
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      size="large"
      title="Paste Markdown"
      description="Any Markdown with headings and task lists becomes a new plan. Its text stays as it is."
      footer={
        <>
          <p className={styles.facts} id={id} role="status">
            {isEmpty ? '' : understood(parsePlan(text))}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={isEmpty} onClick={create}>
            Create plan
          </Button>
        </>
      }
    >
      <textarea
        className={styles.text}
        aria-label="Markdown"
        aria-describedby={id}
        placeholder={
          '# Implementation Plan: ...\n\n## Phase 1: ...\n\n### Stream A: ...\n- [ ] First task (Priority: High)'
        }
        spellCheck={false}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) create()
        }}
      />
    </Dialog>
  )
}
