import { useRef } from 'react'
import { writeSettings } from '#plan/edit/writeSettings.ts'
import { settingsInText } from '#plan/settings/settingsInText.ts'
import { settingsToWord, usualSettings, type ViewSettings } from '#plan/settings/viewSettings.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './SettingsForm.module.css'

interface SettingsInTextProps {
  readonly settings: ViewSettings
  readonly onReset: (settings: ViewSettings) => void
}

/** Whether the plan's text says these settings too; it does only when asked. */
export function SettingsInText({ settings, onReset }: SettingsInTextProps) {
  const session = useSession()
  const inText = usePlan(plan => settingsToWordOrNull(settingsInText(plan)))
  const plan = usePlan(now => now)
  const now = settingsToWord(settings)
  const isUsual = now === settingsToWord(usualSettings)
  const agrees = now === (inText ?? settingsToWord(usualSettings))

  // The button that was pressed goes; what it led to is where the reader goes on.
  const said = useRef<HTMLParagraphElement>(null)
  const take = (found: ViewSettings) => {
    onReset(found)
    said.current?.focus()
  }
  const lastStep = () => session.state.getState().history.undo.at(-1)
  const write = () => {
    const result = session.run(writeSettings, settings)
    if (result.ok) {
      const step = lastStep()
      const undo = () => {
        if (lastStep() === step) session.undo()
        else showToast({ message: 'Other edits came after it. Undo those first.' })
      }
      showToast({ message: 'Settings written into the plan’s text', action: { label: 'Undo', onAct: undo } })
      said.current?.focus()
      return
    }
    const { code, message } = result.refusal
    const keep = { label: 'Keep a copy', onAct: session.keep }
    showToast(code === 'only-shown' ? { message, action: keep } : { message, tone: 'danger' })
  }
  const read = () => {
    const found = settingsInText(plan)
    if (found) take(found)
  }
  return (
    <div className={styles.text}>
      <p ref={said} tabIndex={-1} className={styles.words}>
        {words(inText, agrees)}
      </p>
      <div className={styles.actions}>
        {!agrees && (
          <Button size="small" onClick={write}>
            Write into the plan’s text
          </Button>
        )}
        {!agrees && inText !== null && (
          <Button size="small" onClick={read}>
            Take those of the text
          </Button>
        )}
        {!isUsual && (
          <Button size="small" variant="quiet" onClick={() => take(usualSettings)}>
            Reset
          </Button>
        )}
      </div>
    </div>
  )
}

function words(inText: string | null, agrees: boolean): string {
  if (agrees && inText === null) return 'These are the usual settings. The plan’s text says nothing of them.'
  if (agrees) return 'The plan’s text says the same, in its front matter.'
  if (inText === null) return 'Kept beside the plan in this browser, in links and backups. Its text does not say them.'
  return 'The plan’s text says something else.'
}

function settingsToWordOrNull(settings: ViewSettings | null): string | null {
  return settings && settingsToWord(settings)
}
