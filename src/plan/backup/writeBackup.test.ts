import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { plainEnvelope } from '#plan/file.ts'
import { type BackedUpPlan, readBackup } from './readBackup.ts'
import { type PlanToBackUp, type WrittenBackup, writeBackup } from './writeBackup.ts'

const at = Date.UTC(2025, 10, 22)

function planOf(name: string, text: string): PlanToBackUp {
  return { id: `id of ${name}`, name, text, envelope: plainEnvelope, createdAt: at - 5000, changedAt: at - 2000 }
}

async function write(plans: readonly PlanToBackUp[]): Promise<WrittenBackup> {
  async function* each() {
    yield* plans
  }
  const writing = writeBackup(each(), at)
  for (;;) {
    const step = await writing.next()
    if (step.done) return step.value
  }
}

function readAll(bytes: Uint8Array): readonly BackedUpPlan[] {
  return [...readBackup(bytes)].flatMap(step => {
    if (step.kind === 'left-out') throw new Error(`${step.name}: ${step.reason}`)
    return step.kind === 'plan' ? [step.plan] : []
  })
}

test('a backup is Markdown files under names that every system takes, and a list', async () => {
  const names = ['Harbour: Lights', 'harbour: lights', '../../etc', 'manifest.json', '', 'Harbour - Lights (2)', 'con']
  const { bytes } = await write(names.map(name => planOf(name, `# ${name}\n`)))
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual([
    'Harbour - Lights.md',
    'harbour - lights (2).md',
    'etc.md',
    'manifest.json.md',
    'Plan.md',
    'Harbour - Lights (2) (2).md',
    '_con.md',
    'manifest.json',
  ])
  expect(strFromU8(files['etc.md'] ?? new Uint8Array())).toBe('# ../../etc\n')
  expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toContain('"changedAt": "2025-11-21T23:59:58.000Z"')
})

test('every plan comes back byte for byte, with its name and dates', async () => {
  const plan = fc.record({
    id: fc.uuid(),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    text: fc.string({ unit: 'grapheme', maxLength: 500 }).map(text => text.replaceAll('\r', '').replace(/^\uFEFF/, '')),
    envelope: fc.record({ bom: fc.boolean(), crlf: fc.constant(false) }),
    createdAt: fc.nat(at),
    changedAt: fc.nat(at),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { maxLength: 8 }), async plans => {
      const { bytes } = await write(plans)
      const back = plans.length === 0 ? [] : readAll(bytes)
      expect(back).toEqual(
        plans.map(({ name, text, envelope, createdAt, changedAt }) => ({
          text,
          envelope,
          fallbackName: name,
          dates: { createdAt, changedAt },
        })),
      )
    }),
  )
})

test('a file with Windows line ends and a byte order mark keeps both', async () => {
  const { bytes } = await write([{ ...planOf('A', '# A\n\n- [ ] b\n'), envelope: { bom: true, crlf: true } }])
  expect(unzipSync(bytes)['A.md']).toEqual(strToU8('\uFEFF# A\r\n\r\n- [ ] b\r\n'))
})

test('a large plan that packs like a bomb comes back all the same', async () => {
  const text = 'words and words\n'.repeat(1_000_000)
  const { bytes, leftOut } = await write([planOf('Large', text)])
  expect(leftOut).toEqual([])
  expect(readAll(bytes)[0]?.text === text).toBe(true)
})

test('a plan that no backup can hold is named, and the others are in it', async () => {
  const { bytes, leftOut } = await write([planOf('Huge', 'x'.repeat(65 * 1024 * 1024)), planOf('Small', '# Small\n')])
  expect(leftOut).toEqual(['Huge'])
  expect(readAll(bytes).map(plan => plan.text)).toEqual(['# Small\n'])
})
