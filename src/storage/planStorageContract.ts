import { backupEvery } from './keepBackups.ts'
import type { LogRecord, NewBackup, NewPlan, PlanStorage, PlanSummary, StorageResult } from './planStorage.ts'

/** One set of stored plans as two tabs of a browser see it. */
export interface Tabs {
  readonly here: PlanStorage
  readonly there: PlanStorage
}

type Test = (promise: string, body: () => Promise<void>) => void

/** What every adapter promises. `openTabs` gives tabs on an empty storage of their own. */
export function planStorageContract(test: Test, openTabs: () => Tabs | Promise<Tabs>): void {
  test('a new plan is in the list and loads as it was given', async () => {
    const { here, there } = await openTabs()
    equal(await here.create(newPlan('a')), { ok: true })
    equal(await there.list(), { ok: true, value: [summary('a')] })
    const stored = { ...newPlan('a'), snapshotRevision: 0, revision: 0, log: [], isRemoved: false, unreadable: 0 }
    equal(await there.load('a'), { ok: true, value: stored })
  })

  test('the list has the newest change first', async () => {
    const { here } = await openTabs()
    await here.create(newPlan('a'))
    await here.create(newPlan('b'))
    await here.create(newPlan('c'))
    await here.append('b', record(1), { ...summary('b'), changedAt: 900 })
    await here.append('a', record(1), { ...summary('a'), changedAt: 800 })
    equal(idsIn(await here.list()), ['b', 'a', 'c'])
  })

  test('a plan that is not there loads as null', async () => {
    const { here } = await openTabs()
    equal(await here.load('a'), { ok: true, value: null })
  })

  test('a second plan under the same id is refused and leaves the first as it is', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    await here.append('a', record(1), summary('a'))
    equal(codeOf(await there.create({ ...newPlan('a'), text: 'other' })), 'broken')
    const plan = await loaded(here, 'a')
    equal([plan.text, plan.revision], ['text of a', 1])
  })

  test('an appended record is in the log, and the list shows its summary', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    const renamed = { ...summary('a'), name: 'Renamed', done: 2, changedAt: 700 }
    equal(await here.append('a', record(1), renamed), { ok: true, value: 'appended' })
    const plan = await loaded(there, 'a')
    equal([plan.revision, plan.snapshotRevision, plan.log], [1, 0, [record(1)]])
    equal(plan.summary, renamed)
    equal(await there.list(), { ok: true, value: [renamed] })
  })

  test('a plan that is stored again goes on from the revision it is given, and not from those before', async () => {
    const { here, there } = await openTabs()
    equal(await here.create({ ...newPlan('a'), revision: 1_000 }), { ok: true })
    equal(await there.append('a', record(4), summary('a')), { ok: true, value: 'behind' })
    equal(await there.newer('a', 3), { ok: true, value: null })
    equal(await there.append('a', record(1_001), summary('a')), { ok: true, value: 'appended' })
    const plan = await loaded(here, 'a')
    equal([plan.snapshotRevision, plan.revision, plan.log], [1_000, 1_001, [record(1_001)]])
    equal(await here.renewSnapshot('a', 1_001, 'text at 1001', 10), { ok: true })
    equal([(await loaded(there, 'a')).text, (await loaded(there, 'a')).log], ['text at 1001', [record(1_001)]])
  })

  test('records appended without waiting are all written, in their order', async () => {
    const { here } = await openTabs()
    const created = here.create(newPlan('a'))
    const answers = revisions(1, 30).map(revision => here.append('a', record(revision), summary('a')))
    equal(await created, { ok: true })
    for (const answer of await Promise.all(answers)) equal(answer, { ok: true, value: 'appended' })
    equal((await loaded(here, 'a')).log, records(1, 30))
  })

  test('a revision that another tab wrote first is not written again', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    await there.append('a', record(1, 'there'), { ...summary('a'), name: 'There' })
    equal(await here.append('a', record(1, 'here'), { ...summary('a'), name: 'Here' }), { ok: true, value: 'behind' })
    const plan = await loaded(here, 'a')
    equal([plan.log, plan.summary.name], [[record(1, 'there')], 'There'])
  })

  test('when a record is behind, those asked for right after it are behind as well and leave nothing', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    await there.append('a', record(1, 'there'), summary('a'))
    const answers = revisions(1, 4).map(revision => here.append('a', record(revision, 'here'), summary('a')))
    for (const answer of await Promise.all(answers)) equal(answer, { ok: true, value: 'behind' })
    equal(await here.append('a', record(2, 'here'), summary('a')), { ok: true, value: 'appended' })
    equal((await loaded(there, 'a')).log, [record(1, 'there'), record(2, 'here')])
  })

  test('a record that would leave a gap is behind and leaves nothing', async () => {
    const { here } = await openTabs()
    await here.create(newPlan('a'))
    equal(await here.append('a', record(3), summary('a')), { ok: true, value: 'behind' })
    const answers = revisions(1, 3).map(revision => here.append('a', record(revision), summary('a')))
    for (const answer of await Promise.all(answers)) equal(answer, { ok: true, value: 'appended' })
  })

  test('a record for a plan that is not there is missing and leaves nothing', async () => {
    const { here } = await openTabs()
    equal(codeOf(await here.append('a', record(1), summary('a'))), 'missing')
    equal(codeOf(await here.append('a', record(7), summary('a'))), 'missing')
    equal(await here.list(), { ok: true, value: [] })
    equal(await here.load('a'), { ok: true, value: null })
    equal(await here.create(newPlan('a')), { ok: true })
    equal((await loaded(here, 'a')).log, [])
  })

  test('a new snapshot takes the place of the old one and keeps the newest records for undo', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 10)
    equal(await here.renewSnapshot('a', 8, 'text at 8', 5), { ok: true })
    const plan = await loaded(there, 'a')
    equal([plan.text, plan.snapshotRevision, plan.revision], ['text at 8', 8, 10])
    equal(plan.log, records(6, 10))
    equal([plan.envelope, plan.summary], [newPlan('a').envelope, summary('a')])
  })

  test('a new snapshot keeps every record that stands after it', async () => {
    const { here } = await openTabs()
    await planWith(here, 6)
    equal(await here.renewSnapshot('a', 3, 'text at 3', 0), { ok: true })
    equal((await loaded(here, 'a')).log, records(4, 6))
  })

  test('records go on after a snapshot that kept none', async () => {
    const { here } = await openTabs()
    await planWith(here, 3)
    await here.renewSnapshot('a', 3, 'text at 3', 0)
    const plan = await loaded(here, 'a')
    equal([plan.revision, plan.log], [3, []])
    equal(await here.append('a', record(4), summary('a')), { ok: true, value: 'appended' })
    await here.renewSnapshot('a', 4, 'text at 4', 10)
    equal((await loaded(here, 'a')).log, [record(4)])
  })

  test('a snapshot older than the stored one changes nothing', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 6)
    await here.renewSnapshot('a', 6, 'text at 6', 2)
    equal(await there.renewSnapshot('a', 4, 'text at 4', 2), { ok: true })
    const plan = await loaded(here, 'a')
    equal([plan.text, plan.snapshotRevision, plan.log], ['text at 6', 6, records(5, 6)])
  })

  test('a snapshot of a revision that nobody appended is refused', async () => {
    const { here } = await openTabs()
    await planWith(here, 2)
    equal(codeOf(await here.renewSnapshot('a', 3, 'text at 3', 2)), 'broken')
    equal(codeOf(await here.renewSnapshot('b', 3, 'text at 3', 2)), 'missing')
    equal((await loaded(here, 'a')).text, 'text of a')
  })

  test('a snapshot asked for right after a record that was behind changes nothing', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    await there.append('a', record(1, 'there'), summary('a'))
    const append = here.append('a', record(1, 'here'), summary('a'))
    equal(await here.renewSnapshot('a', 1, 'text that is not stored', 5), { ok: true })
    equal(await append, { ok: true, value: 'behind' })
    equal((await loaded(here, 'a')).text, 'text of a')
  })

  test('a tab that slept through a snapshot cannot write a revision whose record is gone', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 9)
    await here.renewSnapshot('a', 9, 'text at 9', 2)
    for (const revision of [1, 4, 7, 9]) {
      equal(await there.append('a', record(revision, 'there'), summary('a')), { ok: true, value: 'behind' })
    }
    equal((await loaded(there, 'a')).log, records(8, 9))
  })

  test('what came after a revision is read without the text', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 4)
    equal(await there.newer('a', 2), { ok: true, value: { log: records(3, 4), isRemoved: false } })
    equal(await there.newer('a', 4), { ok: true, value: { log: [], isRemoved: false } })
  })

  test('the words that an edit lost to another are kept with it', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    const edit = { ...record(1), lost: ['word'] }
    await here.append('a', edit, summary('a'))
    equal((await loaded(there, 'a')).log, [edit])
  })

  test('what came after a revision that is no longer kept, or was never there, is not told', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 9)
    await here.renewSnapshot('a', 9, 'text at 9', 2)
    for (const revision of [4, 12]) equal(await there.newer('a', revision), { ok: true, value: null })
    equal(await there.newer('b', 0), { ok: true, value: null })
  })

  test('a removed plan is not in the list, and comes back whole', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 2)
    equal(await here.remove('a', 500), { ok: true })
    equal(idsIn(await there.list()), [])
    equal((await loaded(there, 'a')).revision, 2)
    equal(await there.restore('a'), { ok: true })
    equal(idsIn(await here.list()), ['a'])
    equal((await loaded(here, 'a')).log, records(1, 2))
  })

  test('an edit in another tab is kept but does not bring a removed plan back', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    await here.remove('a', 500)
    equal(await there.append('a', record(1), summary('a')), { ok: true, value: 'removed' })
    equal((await loaded(here, 'a')).isRemoved, true)
    equal(await here.newer('a', 0), { ok: true, value: { log: [record(1)], isRemoved: true } })
    equal(idsIn(await here.list()), [])
    await here.restore('a')
    equal((await loaded(here, 'a')).log, [record(1)])
  })

  test('only a plan that is there can be removed and restored', async () => {
    const { here } = await openTabs()
    equal(codeOf(await here.remove('a', 500)), 'missing')
    equal(codeOf(await here.restore('a')), 'missing')
  })

  test('purging deletes what was removed before, and only that', async () => {
    const { here, there } = await openTabs()
    for (const id of ['a', 'ab', 'b', 'c']) await here.create(newPlan(id))
    await here.append('a', record(1), summary('a'))
    await here.remove('a', 499)
    await here.remove('b', 500)
    equal(await here.purge(500), { ok: true })
    equal(await there.load('a'), { ok: true, value: null })
    equal(codeOf(await there.restore('a')), 'missing')
    equal(await there.restore('b'), { ok: true })
    equal(idsIn(await there.list()).sort(), ['ab', 'b', 'c'])
    equal((await loaded(there, 'ab')).text, 'text of ab')
  })

  test('how a plan is looked at is kept beside it, the newest stands, and it goes with the plan', async () => {
    const { here, there } = await openTabs()
    equal(codeOf(await here.keepSettings('a', 'w6')), 'missing')
    equal(await here.readSettings('a'), { ok: true, value: null })
    for (const id of ['a', 'b']) await here.create(newPlan(id))
    equal(await here.keepSettings('a', 'w6'), { ok: true })
    equal(await there.keepSettings('a', 'w7'), { ok: true })
    equal(await there.readSettings('b'), { ok: true, value: null })
    equal(await here.readSettings('a'), { ok: true, value: 'w7' })
    equal((await loaded(there, 'a')).revision, 0)
    await here.remove('a', 1)
    await here.restore('a')
    equal(await here.readSettings('a'), { ok: true, value: 'w7' })
    await here.remove('a', 1)
    await here.purge(2)
    await here.create(newPlan('a'))
    equal(await here.readSettings('a'), { ok: true, value: null })
  })

  test('a tab that still shows a purged plan hears that it is missing, and can keep it as a new one', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 3)
    await here.remove('a', 500)
    await here.purge(501)
    const answers = [4, 5].map(revision => there.append('a', record(revision), summary('a')))
    for (const answer of await Promise.all(answers)) equal(codeOf(answer), 'missing')
    equal(codeOf(await there.renewSnapshot('a', 3, 'text at 3', 5)), 'missing')
    equal(idsIn(await there.list()), [])
    equal(await there.create(newPlan('a')), { ok: true })
    equal((await loaded(there, 'a')).revision, 0)
  })

  test('a backup is listed without its text, and read with it', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 3)
    const before = backup(0, 1)
    equal(await here.backUp('a', before), { ok: true, value: true })
    equal(await there.backups('a'), { ok: true, value: [before.entry] })
    const { text, envelope } = before
    const read = { text, envelope, snapshotRevision: 1, log: [] }
    equal(await there.readBackup('a', before.entry), { ok: true, value: read })
    equal(await there.backups('b'), { ok: true, value: [] })
    equal(await there.readBackup('a', backup(9, 9).entry), { ok: true, value: null })
  })

  test('two tabs that take a backup at the same time leave one', async () => {
    const { here, there } = await openTabs()
    await planWith(here, 3)
    equal(await here.backUp('a', backup(0, 2)), { ok: true, value: true })
    equal(await there.backUp('a', backup(1000, 3)), { ok: true, value: false })
    equal(await there.backUp('a', backup(2000, 3, 'restore')), { ok: true, value: true })
    const listed = await here.backups('a')
    equal(listed.ok && listed.value.map(each => each.reason), ['restore', 'edits'])
  })

  test('old backups make room for new ones, and the last of a plan that was emptied stays', async () => {
    const { here } = await openTabs()
    await planWith(here, 30)
    const full = backup(0, 1, 'edits', 'a full plan')
    await here.backUp('a', full)
    for (const revision of revisions(2, 30)) {
      equal(await here.backUp('a', backup(revision * backupEvery, revision, 'edits', '')), { ok: true, value: true })
    }
    const listed = await here.backups('a')
    const kept = listed.ok ? listed.value.map(each => each.revision) : []
    equal(kept, [...revisions(21, 30).reverse(), 1])
    equal((await here.readBackup('a', full.entry)).ok, true)
  })

  test('there is no backup of what is not stored', async () => {
    const { here, there } = await openTabs()
    await here.create(newPlan('a'))
    equal(await here.backUp('a', backup(0, 1)), { ok: true, value: false })
    equal(await here.backUp('b', backup(0, 0)), { ok: true, value: false })
    await there.append('a', record(1, 'there'), summary('a'))
    const append = here.append('a', record(1, 'here'), summary('a'))
    equal(await here.backUp('a', backup(0, 1)), { ok: true, value: false })
    equal(await append, { ok: true, value: 'behind' })
  })

  test('backups of one plan go with it, and those of others stay', async () => {
    const { here } = await openTabs()
    await planWith(here, 1)
    await here.create(newPlan('ab'))
    for (const id of ['a', 'ab']) await here.backUp(id, backup(0, 0))
    await here.remove('a', 1)
    equal((await here.backups('a')).ok && (await here.backups('a')), { ok: true, value: [backup(0, 0).entry] })
    await here.purge(2)
    equal(await here.backups('a'), { ok: true, value: [] })
    equal(await here.backups('ab'), { ok: true, value: [backup(0, 0).entry] })
  })

  test('everything stored of a plan can be had as it lies there', async () => {
    const { here } = await openTabs()
    await planWith(here, 2)
    const raw = await here.raw('a')
    equal(raw.ok && JSON.stringify(raw.value).includes('text of a'), true)
    equal(await here.raw('b'), { ok: true, value: [] })
  })

  test('what was handed over or given back can be changed without changing what is stored', async () => {
    const { here } = await openTabs()
    const change = { set: [4] }
    await here.create(newPlan('a'))
    await here.append('a', { ...record(1), change }, summary('a'))
    change.set.push(5)
    const first = await loaded(here, 'a')
    const given = first.log[0]?.change as { set: number[] }
    given.set.push(6)
    equal((await loaded(here, 'a')).log[0]?.change, { set: [4] })
  })

  test('something that cannot be stored is a failure, not an exception', async () => {
    const { here } = await openTabs()
    await here.create(newPlan('a'))
    equal(codeOf(await here.append('a', { ...record(1), change: () => 0 }, summary('a'))), 'broken')
    equal(await here.append('a', record(1), summary('a')), { ok: true, value: 'appended' })
    equal((await loaded(here, 'a')).log, [record(1)])
  })
}

function newPlan(id: string): NewPlan {
  return { summary: summary(id), text: `text of ${id}`, envelope: { bom: true, crlf: false } }
}

function backup(
  at: number,
  revision: number,
  reason: NewBackup['entry']['reason'] = 'edits',
  text = 'before',
): NewBackup {
  const entry = { at, revision, reason, size: text.length, done: 1, total: 2 }
  return { entry, text, envelope: { bom: true, crlf: false } }
}

function summary(id: string): PlanSummary {
  return { id, name: `Plan ${id}`, done: 0, total: 3, createdAt: 100, changedAt: 200 }
}

function record(revision: number, by = 'tab'): LogRecord {
  return {
    revision,
    kind: 'edit',
    origin: `${by}:${revision}`,
    change: { label: 'Tick task', set: [revision, [1, 'x']] },
    inverse: { label: 'Tick task', set: [revision, [1, ' ']] },
    at: 1000 + revision,
  }
}

function records(first: number, last: number): LogRecord[] {
  return revisions(first, last).map(revision => record(revision))
}

function revisions(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

async function planWith(storage: PlanStorage, records: number): Promise<void> {
  await storage.create(newPlan('a'))
  for (const revision of revisions(1, records)) await storage.append('a', record(revision), summary('a'))
}

async function loaded(storage: PlanStorage, id: string) {
  const result = await storage.load(id)
  if (!result.ok || result.value === null) throw new Error(`${id} did not load: ${inOrder(result)}`)
  return result.value
}

function idsIn(result: StorageResult<readonly PlanSummary[]>): string[] {
  return result.ok ? result.value.map(plan => plan.id) : [result.failure.code]
}

/** Also sees to it that the person is told something. */
function codeOf(result: StorageResult<unknown>): string {
  if (result.ok) return 'ok'
  return result.failure.message.length > 20 ? result.failure.code : `${result.failure.code} without words`
}

function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [inOrder(actual), inOrder(expected)]
  if (got !== wanted) throw new Error(`expected ${wanted}\n     got ${got}`)
}

/** JSON with the keys in order; what is `undefined` is left out, so `{ ok: true }` stands for a result without a value. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
