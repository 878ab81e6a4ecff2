import { apiService } from '#plan/templates/apiService.ts'
import { dataPipeline } from '#plan/templates/dataPipeline.ts'
import { microservices } from '#plan/templates/microservices.ts'
import { mlApplication } from '#plan/templates/mlApplication.ts'
import { mobileApplication } from '#plan/templates/mobileApplication.ts'
import type { PlanTemplate } from '#plan/templates/planTemplate.ts'
import { renderTemplate } from '#plan/templates/templates.ts'
import { webApplication } from '#plan/templates/webApplication.ts'
import { commonWords } from './commonWords.ts'
import { utf8 } from './utf8.ts'

/** A text that writer and reader of a link both know, so that the link only says what is different. */
export interface Dictionary {
  /** Names it in the link. */
  readonly letter: string
  readonly text: string
  readonly bytes: Uint8Array
}

/**
 * Part of the link format: letters and bytes stay as they are for ever. A template that changes gets a second
 * dictionary under a new letter, and its old text stays here.
 */
export const dictionaries: readonly Dictionary[] = [
  dictionary('p', null),
  dictionary('w', webApplication),
  dictionary('a', apiService),
  dictionary('m', mobileApplication),
  dictionary('d', dataPipeline),
  dictionary('l', mlApplication),
  dictionary('s', microservices),
]

/** The dictionary that has the most lines of the text. */
export function closestDictionary(text: string): Dictionary {
  const lines = linesOf(text)
  return dictionaries
    .map(dictionary => ({ dictionary, shared: [...linesOf(dictionary.text)].filter(line => lines.has(line)).length }))
    .reduce((one, other) => (other.shared > one.shared ? other : one)).dictionary
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n'))
}

function dictionary(letter: string, template: PlanTemplate | null): Dictionary {
  const text = template ? commonWords + renderTemplate(template) : commonWords
  return { letter, text, bytes: utf8.encode(text) }
}
