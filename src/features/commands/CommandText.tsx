import { useRef, useState } from 'react'
import type { Wave } from '#plan/execution/briefs.ts'
import type { CommandForm } from '#plan/execution/commandForms.ts'
import { fileName } from '#plan/export/fileName.ts'
import { encodeFile, plainEnvelope } from '#plan/file.ts'
import { useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { breakLongWords } from '#ui/breakLongWords.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { downloadFile } from '#ui/downloadFile.ts'
import { Icon } from '#ui/Icon.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './Commands.module.css'

interface CommandTextProps {
  readonly form: CommandForm
  readonly waves: readonly Wave[]
}

const allWaves = 'all'

/** The commands of all waves or of one, in one form, with what to know before using them. */
export function CommandText({ form, waves }: CommandTextProps) {
  const { state, fallbackName } = useSession()
  const shown = useRef<HTMLPreElement>(null)
  const [chosen, setChosen] = useState(allWaves)

  const options = [
    { value: allWaves, label: 'All waves' },
    ...waves.map(({ title }, at) => ({ value: String(at), label: title })),
  ]
  const wave = options.some(({ value }) => value === chosen) ? chosen : allWaves
  const text = form.render(wave === allWaves ? waves : waves.slice(Number(wave), Number(wave) + 1))
  const download = () => {
    const name = `${state.getState().plan.title ?? fallbackName} ${form.language === 'bash' ? 'commands' : 'briefs'}`
    const [extension, type] = form.language === 'bash' ? ['sh', 'text/x-shellscript'] : ['md', 'text/markdown']
    downloadFile(fileName(name, extension), type, encodeFile(`${shebang(form)}${text}\n`, plainEnvelope))
  }
  const select = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
  }
  return (
    <div className={styles.form}>
      <p className={styles.note}>
        <Icon name="info" />
        <span>
          {form.note} {form.checked !== null && checkedWords(form.checked)}
        </span>
      </p>
      <div className={styles.actions}>
        {waves.length > 1 && (
          <div className={styles.wave}>
            <Select label="Wave" value={wave} options={options} onChange={setChosen} />
          </div>
        )}
        <div className={styles.buttons}>
          <CopyButton
            label={form.language === 'bash' ? 'Copy commands' : 'Copy briefs'}
            text={text}
            onRefused={select}
          />
          <Button icon="download" onClick={download}>
            Download
          </Button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must take focus to be scrolled with keys */}
      <section className={styles.text} tabIndex={0} aria-label={form.label}>
        <pre ref={shown}>{breakLongWords(text)}</pre>
      </section>
    </div>
  )
}

/** In a file of its own the text says what reads it. */
function shebang({ language }: CommandForm): string {
  return language === 'bash' ? '#!/usr/bin/env bash\n' : ''
}

function checkedWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const words = day.toLocaleDateString('en-GB', format).replaceAll(' ', '\u00a0')
  return `Checked against the tool’s public documentation on ${words}.`
}
