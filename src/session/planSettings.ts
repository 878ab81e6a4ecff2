import { createStore, type StoreApi } from 'zustand/vanilla'
import { settingsInText } from '#plan/settings/settingsInText.ts'
import { settingsFromWord, settingsToWord, usualSettings, type ViewSettings } from '#plan/settings/viewSettings.ts'
import type { PlanId, StorageFailure } from '#storage/planStorage.ts'
import type { SessionState } from './planSession.ts'
import { askStorage } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'

export interface SettingsState {
  readonly settings: ViewSettings
  /** They count in this tab, but could not be stored. */
  readonly failure: StorageFailure | null
}

/** How an open plan is looked at. Kept beside its text, the newest stands; no part of undo. */
export interface PlanSettings {
  readonly state: StoreApi<SettingsState>
  /** Reads what is kept; the text's front matter counts where nothing is. */
  read(): Promise<void>
  change(patch: Partial<ViewSettings>): void
  /** What storage shall have and does not, as `settingsToWord` writes it. */
  unsaved(): string | null
  /** Resolves when what can be stored is stored, or has failed. */
  settled(): Promise<void>
  /** The plan was wiped from storage and is stored again: what is set here goes with it. */
  storeAgain(): void
}

/** `given`: those of a link or a template, for a plan that is not stored yet. */
export function createPlanSettings(
  world: SessionWorld,
  id: PlanId,
  session: StoreApi<SessionState>,
  given: ViewSettings | null,
): PlanSettings {
  const inText = settingsInText(session.getState().plan)
  const state = createStore<SettingsState>(() => ({ settings: given ?? inText ?? usualSettings, failure: null }))
  /** What storage does not have yet; `null`: nothing. */
  let unsaved: string | null = given ? settingsToWord(given) : null
  /** They were set by somebody, here or elsewhere, and are not just the usual ones. */
  let areSet = given !== null
  let writing: Promise<void> | null = null

  const isStored = () => {
    const { save, isOnlyShown } = session.getState()
    return save.kind === 'saved' && !isOnlyShown
  }
  const writeAll = async () => {
    while (unsaved !== null && isStored()) {
      const word = unsaved
      const result = await askStorage('save', () => world.storage.keepSettings(id, word))
      state.setState({ failure: result.ok ? null : result.failure })
      if (!result.ok) return
      if (unsaved === word) unsaved = null
    }
  }
  const write = () => {
    writing ??= writeAll().finally(() => {
      writing = null
      // It may have been stored between the last look and now; a failure waits for the next change or save.
      if (unsaved !== null && isStored() && state.getState().failure === null) void write()
    })
    return writing
  }
  // A plan that was only shown, or could not be saved, takes them along as soon as it is stored.
  session.subscribe((now, before) => {
    if (unsaved !== null && now.save !== before.save) void write()
  })

  return {
    state,
    async read() {
      await write()
      if (unsaved !== null) return
      const kept = await askStorage('open', () => world.storage.readSettings(id))
      if (!kept.ok || unsaved !== null) return
      areSet ||= kept.value !== null
      const fromText = settingsInText(session.getState().plan) ?? usualSettings
      const settings = kept.value === null ? (given ?? fromText) : settingsFromWord(kept.value)
      if (settingsToWord(settings) !== settingsToWord(state.getState().settings)) state.setState({ settings })
    },
    change(patch) {
      const settings = { ...state.getState().settings, ...patch }
      unsaved = settingsToWord(settings)
      areSet = true
      state.setState({ settings })
      void write()
    },
    unsaved() {
      const { save, isOnlyShown } = session.getState()
      return save.kind === 'untouched' || isOnlyShown ? null : unsaved
    },
    async settled() {
      await writing
    },
    storeAgain() {
      if (areSet) unsaved = settingsToWord(state.getState().settings)
    },
  }
}
