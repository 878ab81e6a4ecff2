import type { Change } from './change.ts'

/** Why an edit does not apply. `message` is shown to the person: what happened and what to do next. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** What a command answers: the smallest change of the text, or why there is none. */
export type Outcome = { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly refusal: Refusal }

export function refuse(code: string, message: string): Outcome {
  return { ok: false, refusal: { code, message } }
}
