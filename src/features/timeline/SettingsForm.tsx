import { useState } from 'react'
import { useSettings } from '#session/useSettings.ts'
import { Field } from '#ui/Field.tsx'
import { TextInput } from '#ui/TextInput.tsx'
import { SettingInput } from './SettingInput.tsx'
import styles from './SettingsForm.module.css'
import { SettingsInText } from './SettingsInText.tsx'
import { hoursWords } from './timelineWords.ts'
import { WorkingDays } from './WorkingDays.tsx'

interface SettingsFormProps {
  readonly hoursPerTask: number | null
}

/** Who works when, and what is assumed. Each counts at once; kept beside the plan, not in its text. */
export function SettingsForm({ hoursPerTask }: SettingsFormProps) {
  const { settings, change } = useSettings()
  const median = settings.hoursPerTask !== null || hoursPerTask === null ? '' : `: ${hoursWords(hoursPerTask)}`
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <SettingInput
          label="Workers"
          value={settings.workers}
          min={1}
          max={99}
          step={1}
          isWhole
          onChange={workers => workers !== null && change({ workers })}
        />
        <SettingInput
          label="Hours a day"
          value={settings.hoursPerDay}
          min={1}
          max={24}
          step={0.5}
          onChange={hoursPerDay => hoursPerDay !== null && change({ hoursPerDay })}
        />
      </div>
      <StartDate date={settings.startDate} onChange={startDate => change({ startDate })} />
      <WorkingDays days={settings.workingDays} onChange={workingDays => change({ workingDays })} />
      <SettingInput
        label="A part is enough at, in %"
        hint="Where a stream needs only a part of another one."
        value={Math.round(settings.partialShare * 100)}
        min={0}
        max={100}
        step={5}
        isWhole
        onChange={percent => percent !== null && change({ partialShare: percent / 100 })}
      />
      <SettingInput
        label="Hours per task where nobody estimated"
        placeholder={`as the plan’s own${median}`}
        value={settings.hoursPerTask}
        min={0.1}
        max={999}
        step={0.5}
        onChange={hours => change({ hoursPerTask: hours })}
      />
      <SettingsInText settings={settings} onReset={change} />
    </div>
  )
}

interface StartDateProps {
  readonly date: string | null
  readonly onChange: (date: string | null) => void
}

const [firstDate, lastDate] = ['2000-01-01', '2999-12-31']

function StartDate({ date, onChange }: StartDateProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && draft !== '' && (draft < firstDate || draft > lastDate)
  return (
    <Field
      label="Start date"
      hint="Without one, days are counted."
      error={isWrong ? 'A day between the years 2000 and 2999.' : undefined}
    >
      <TextInput
        type="date"
        min={firstDate}
        max={lastDate}
        value={draft ?? date ?? ''}
        onChange={words => {
          setDraft(words)
          if (words === '') onChange(null)
          else if (words >= firstDate && words <= lastDate && words.length === 10) onChange(words)
        }}
        onBlur={() => {
          if (!isWrong) setDraft(null)
        }}
      />
    </Field>
  )
}
