import type { Page } from '@playwright/test'
import { expectMarkdown, openPlan, redo, undo } from './app.ts'
import { edited, type Replacement } from './harbourPlan.ts'

/** Follows a plan through a script of edits. */
export interface Scribe {
  /** One gesture: the text changes as said and nowhere else, one undo takes it back, one redo brings it again. */
  step(gesture: () => Promise<void>, ...changes: readonly Replacement[]): Promise<void>
  /** Something that must leave the text alone. */
  idle(gesture: () => Promise<void>): Promise<void>
  text(): string
}

export async function openForEdits(page: Page, plan: string): Promise<Scribe> {
  await openPlan(page, plan)
  let now = plan
  return {
    async step(gesture, ...changes) {
      await gesture()
      const after = edited(now, ...changes)
      await expectMarkdown(page, after)
      await undo(page)
      await expectMarkdown(page, now)
      await redo(page)
      await expectMarkdown(page, after)
      now = after
    },
    async idle(gesture) {
      await gesture()
      await expectMarkdown(page, now)
    },
    text: () => now,
  }
}
