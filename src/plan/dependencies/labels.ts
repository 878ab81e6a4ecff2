/** What a reference says its labels are: 'Stream A', 'Phase 2', 'Task 3', 'Integration 1'; `null` for a bare 'A' or 'T012'. */
type LabelKind = 'stream' | 'phase' | 'task' | 'integrationPoint'

export interface Label {
  readonly kind: LabelKind | null
  /** As written: 'A', '2.1', 'T012' */
  readonly key: string
  /** Written out from a range, so the plan may well lack it: 'T010-T020' of a file that skips T013. */
  readonly ranged: boolean
}

/** The labels of a reference that points by letter, number or key. */
export interface LabelledReference {
  readonly labels: readonly Label[]
  /** Words after the labels: 'basic routing' of 'Stream 2 basic routing'. */
  readonly rest: string
  /** The rest follows a colon or dash, so it repeats the name and narrows nothing: 'Stream A: API Contract'. */
  readonly gloss: boolean
}

const kinds = new Map<string, LabelKind>(
  (
    [
      ['stream', ['stream', 'streams', 'workstream', 'workstreams', 'track', 'tracks']],
      ['phase', ['phase', 'phases', 'stage', 'stages']],
      ['task', ['task', 'tasks', 'step', 'steps', 'item', 'items']],
      ['integrationPoint', ['integration', 'integrations', 'point', 'points']],
    ] as const
  ).flatMap(([kind, names]) => names.map(name => [name, kind] as const)),
)
const leading = new Set([
  'after',
  'all',
  'both',
  'completion',
  'depends',
  'end',
  'needs',
  'of',
  'on',
  'requires',
  'the',
])
const trailing = new Set(['available', 'complete', 'completed', 'completion', 'done', 'finished', 'ready', '✅', '✓'])
const joining = new Set(['&', '+', ',', ';', '/', 'and', 'or'])
const ranging = new Set(['-', '–', '—', '..', '...', 'to', 'through', 'until'])
const glossing = new Set([':', '-', '–', '—'])

/** Longest range that is written out: 'T1-T9999999' is no list of tasks. */
const longestRange = 200
/** A reference with more labels is read up to here. */
const mostLabels = 1000

/**
 * Reads 'Stream A', 'Streams 2 & 3', 'A, B', 'Phases 1-2', 'T012–T015', 'Phase 1 complete'; `null` when the words do not
 * point by label. `isKey` says whether the plan has a node by that key, which settles what 'P1-01' is: one key or a range.
 * A bare label stands alone or before a colon, because 'A new database' is no stream and '3 reviewers' no phase.
 */
export function readLabels(text: string, isKey: (key: string) => boolean): LabelledReference | null {
  const found = [...text.matchAll(tokens)]
  const labels: Label[] = []
  let kind: LabelKind | null = null
  for (let index = 0; index < found.length && labels.length < mostLabels; index += 1) {
    const token = found[index]?.[0] ?? ''
    const next = found[index + 1]?.[0]
    const word = token.toLowerCase()
    const headed = next === undefined ? undefined : kinds.get(word)
    if (headed !== undefined && next !== undefined && (startsLabel(next, isKey) || kinds.has(next.toLowerCase()))) {
      kind = headed
      continue
    }
    if (joining.has(word) || (labels.length === 0 && leading.has(word)) || (labels.length > 0 && trailing.has(word)))
      continue
    const after = found[index + 2]?.[0]
    const spaced =
      next !== undefined && after !== undefined && ranging.has(next.toLowerCase()) ? writeOutRange(token, after) : null
    const range = spaced ?? splitRange(token, isKey)
    if (range !== null) {
      labels.push(...range.map(key => ({ kind, key, ranged: true })))
      if (spaced !== null) index += 2
    } else if (isKey(token) || (labelForm.test(token) && (kind !== null || token === token.toUpperCase()))) {
      labels.push({ kind, key: token, ranged: false })
    } else if (labels.length === 0) {
      return null
    } else {
      const gloss = glossing.has(token)
      if (kind === null && !gloss && token !== '(') return null
      const from = (found[index]?.index ?? 0) + (gloss ? token.length : 0)
      return { labels, rest: text.slice(from).trim(), gloss }
    }
  }
  return labels.length === 0 ? null : { labels, rest: '', gloss: false }
}

const tokens = /[\p{L}\p{N}](?:[._-]?[\p{L}\p{N}])*|\.{2,3}|[^\s\p{L}\p{N}]/gu
const labelForm = /^(?:[A-Za-z]|\d+(?:\.\d+)*[A-Za-z]?|(?:[A-Za-z]+[-_])*[A-Za-z]+[-_.]?\d+(?:[.-]\d+)*[A-Za-z]?)$/

function startsLabel(token: string, isKey: (key: string) => boolean): boolean {
  return isKey(token) || labelForm.test(token) || splitRange(token, isKey) !== null
}

/** 'A-C', '1-3', 'T012-T015' and 'T012-15' written as one word. */
function splitRange(token: string, isKey: (key: string) => boolean): string[] | null {
  const [first = '', last = '', more] = token.split('-')
  if (isKey(token) || more !== undefined || !labelForm.test(first) || !labelForm.test(last)) return null
  return writeOutRange(first, last)
}

function writeOutRange(first: string, last: string): string[] | null {
  if (/^[A-Za-z]$/.test(first) && /^[A-Za-z]$/.test(last)) {
    const from = first.toUpperCase().charCodeAt(0)
    const count = last.toUpperCase().charCodeAt(0) - from + 1
    return count < 2 ? null : Array.from({ length: count }, (_, step) => String.fromCharCode(from + step))
  }
  const [, prefix, from] = /^(.*?)(\d+)$/.exec(first) ?? []
  const [, lastPrefix, to] = /^(.*?)(\d+)$/.exec(last) ?? []
  if (prefix === undefined || (lastPrefix !== '' && lastPrefix?.toUpperCase() !== prefix.toUpperCase())) return null
  const count = Number(to) - Number(from) + 1
  return count < 2 || count > longestRange
    ? null
    : Array.from({ length: count }, (_, step) => `${prefix}${Number(from) + step}`)
}
