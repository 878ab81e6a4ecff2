import { type Entry, schemaVersion } from './planRecords.ts'
import type { PlanId, RawRecord } from './planStorage.ts'
import type { RawPlan } from './readPlan.ts'
import { isSealed, seal } from './seal.ts'

/** A record of version n, of the kind its key begins with, as a record of version n + 1. Knows no clock and no store. */
export type MigrationStep = (kind: unknown, record: object) => object

/** The step that leads on from each version. */
export type Migrations = ReadonlyMap<number, MigrationStep>

/** There has been one version of the schema so far. */
export const noMigrations: Migrations = new Map()

/** Those of the records that are of an older version, as they are today. Throws where a step is missing or throws. */
export function migrateRecords(records: readonly RawRecord[], migrations: Migrations): readonly RawRecord[] {
  return records.flatMap(({ key, value }) => {
    if (!isSealed(value) || value.version >= schemaVersion) return []
    const kind = Array.isArray(key) ? key[0] : key
    let record: object = value
    for (let { version } = value; version < schemaVersion; version++) {
      const step = migrations.get(version)
      if (!step) throw new Error(`No migration leads on from version ${version}`)
      record = seal({ ...step(kind, record), version: version + 1 })
    }
    return [{ key, value: record }]
  })
}

/** The records of a plan by kind, the newer value where there are two of one key. */
export function sortRecords(id: PlanId, ...lists: readonly (readonly RawRecord[])[]): RawPlan {
  const byKey = new Map(lists.flat().map(record => [JSON.stringify(record.key), record]))
  const records = [...byKey.values()]
  const ofKind = (kind: string): Entry[] =>
    records
      .flatMap(({ key, value }) => (Array.isArray(key) && key[0] === kind ? [{ revision: Number(key[2]), value }] : []))
      .sort((a, b) => a.revision - b.revision)
  return {
    head: byKey.get(JSON.stringify(['head', id]))?.value,
    snapshots: ofKind('snapshot'),
    log: ofKind('log'),
    isRemoved: byKey.has(JSON.stringify(['removed', id])),
  }
}
