import { changeFromJson, changeText } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import type { RawRecord } from '#storage/planStorage.ts'

/** The text that can be made out in records that are damaged, or of a version we do not know. */
export interface Salvaged {
  readonly name: string
  readonly text: string
  readonly envelope: Envelope
}

/** Nothing in the records is trusted. `null`: there is no text in them. */
export function salvage(records: readonly RawRecord[]): Salvaged | null {
  const found = records.map(({ key, value }) => ({ key: Array.isArray(key) ? key : [], value: fieldsOf(value) }))
  const texts = found.filter(({ key, value }) => isTextKind(key[0]) && typeof value.text === 'string')
  // A snapshot before a backup, and the newest of each.
  const [newest] = texts.toSorted(
    (a, b) =>
      Number(b.key[0] === 'snapshot') - Number(a.key[0] === 'snapshot') || revisionOf(b.key) - revisionOf(a.key),
  )
  if (!newest || typeof newest.value.text !== 'string') return null
  let { text } = newest.value
  let revision = revisionOf(newest.key)
  const log = found.filter(({ key }) => key[0] === 'log').toSorted((a, b) => revisionOf(a.key) - revisionOf(b.key))
  for (const { key, value } of log) {
    if (revisionOf(key) !== revision + 1) continue
    const change = changeFromJson(value.change)
    if (change?.set.length !== text.length) break
    text = changeText(text, change)
    revision++
  }
  const name = fieldsOf(fieldsOf(found.find(({ key }) => key[0] === 'head')?.value).summary).name
  const { bom, crlf } = fieldsOf(newest.value.envelope)
  return { name: typeof name === 'string' ? name : 'Plan', text, envelope: { bom: bom === true, crlf: crlf === true } }
}

function isTextKind(kind: unknown): boolean {
  return kind === 'snapshot' || kind === 'backup'
}

/** ['snapshot', id, revision] and ['log', id, revision], but ['backup', id, at, revision, ...]. */
function revisionOf(key: readonly unknown[]): number {
  return Number(key[0] === 'backup' ? key[3] : key[2])
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
