import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { BraidMark } from './BraidMark.tsx'
import styles from './HomeBar.module.css'
import { type TakeFiles, useOpenFiles } from './useOpenFiles.tsx'
import { usePasteAnywhere } from './usePasteAnywhere.ts'

const loadPasteDialog = () => import('./PasteDialog.tsx')
const PasteDialog = lazy(async () => ({ default: (await loadPasteDialog()).PasteDialog }))

/** What this is, and the two ways to bring a plan along. */
export function HomeBar({ onCreate, onRestore }: TakeFiles) {
  const picker = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const { open, question } = useOpenFiles({ onCreate, onRestore })
  usePasteAnywhere(({ text, files }) => {
    if (files.length > 0) open(files)
    else setPasted(text)
  })

  return (
    <header className={styles.bar}>
      <div className={styles.name}>
        <BraidMark />
        <h1 className={styles.title}>Braid</h1>
        <p className={styles.line}>Plan work that runs in parallel, in plain Markdown</p>
      </div>
      <div className={styles.actions}>
        <Button icon="paste" onPointerEnter={() => void loadPasteDialog()} onClick={() => setPasted('')}>
          Paste Markdown
        </Button>
        <Button icon="file" onClick={() => picker.current?.click()}>
          Open a file
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept=".md,.markdown,.mdown,.mkd,.txt,text/markdown,text/plain,.zip,application/zip"
          aria-label="Markdown files or a backup"
          onChange={event => {
            open([...(event.currentTarget.files ?? [])])
            // The same file again shall be a change again.
            event.currentTarget.value = ''
          }}
        />
      </div>
      {question}
      {pasted !== null && (
        <Suspense>
          <PasteDialog initialText={pasted} onCreate={onCreate} onClose={() => setPasted(null)} />
        </Suspense>
      )}
    </header>
  )
}
