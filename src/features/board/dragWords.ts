/** What those who do not see the board hear while a card is carried. */
export interface Standing {
  readonly card: string
  /** From 1. */
  readonly position: number
  readonly of: number
  /** 'stream A: API contract' */
  readonly list: string
}

export function pickedUp({ card, position, of, list }: Standing, byKeyboard: boolean): string {
  const keys = byKeyboard ? ' Arrow keys move it, Enter drops it, Escape cancels.' : ''
  return `Picked up “${card}”. Position ${position} of ${of} in ${list}.${keys}`
}

/** `other` list: the name is said first, as it is what has changed. */
export function movedTo({ position, of, list }: Standing, other: boolean): string {
  return other ? `${capital(list)}. Position ${position} of ${of}.` : `Position ${position} of ${of}.`
}

export function dropped({ card, position, of, list }: Standing): string {
  return `Dropped “${card}”. Position ${position} of ${of} in ${list}.`
}

export function stayed({ card }: Pick<Standing, 'card'>): string {
  return `“${card}” stays where it was.`
}

export function cancelled({ card, position, of, list }: Standing): string {
  return `Cancelled. “${card}” is back at position ${position} of ${of} in ${list}.`
}

export function vanished({ card }: Pick<Standing, 'card'>): string {
  return `Cancelled. “${card}” is no longer in the plan.`
}

export function streamPhrase(stream: { readonly key: string | null; readonly name: string }): string {
  if (!stream.key) return stream.name ? `stream ${stream.name}` : 'the tasks of the phase'
  return stream.name ? `stream ${stream.key}: ${stream.name}` : `stream ${stream.key}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
