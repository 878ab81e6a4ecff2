import fc from 'fast-check'
import { deflateSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { encodeFile } from '#plan/file.ts'
import type { Problem } from '#plan/plan.ts'
import { utf8 } from '#plan/share/utf8.ts'
import { type BackedUpPlan, type BackupStep, readBackup } from './readBackup.ts'
import { makeZip } from './zip.fixture.ts'

interface Reading {
  readonly plans: readonly BackedUpPlan[]
  readonly leftOut: readonly string[]
  readonly problem: Problem | null
  readonly steps: number
}

function read(bytes: Uint8Array): Reading {
  const plans: BackedUpPlan[] = []
  const leftOut: string[] = []
  const reading: Iterator<BackupStep, Problem | null> = readBackup(bytes)
  for (let steps = 0; ; steps++) {
    const { done, value } = reading.next()
    if (done) return { plans, leftOut, problem: value, steps }
    if (value.kind === 'plan') plans.push(value.plan)
    if (value.kind === 'left-out') leftOut.push(`${value.name}: ${value.reason}`)
  }
}

const good = { name: 'good.md', data: '# Good\n' }

test('a zip that another program made is read, folders and all', () => {
  const bytes = zipSync({
    plans: { 'Harbour Lights.md': utf8.encode('# Lights\r\n'), 'more.markdown': utf8.encode('\uFEFFwords') },
    __MACOSX: { '._Harbour Lights.md': utf8.encode('x') },
    '.DS_Store': utf8.encode('x'),
  })
  const { plans, leftOut, problem } = read(bytes)
  expect(problem).toBeNull()
  expect(leftOut).toEqual([])
  expect(plans.map(plan => [plan.fallbackName, utf8.decode(encodeFile(plan.text, plan.envelope))])).toEqual([
    ['Harbour Lights', '# Lights\r\n'],
    ['more', '\uFEFFwords'],
  ])
})

test.each([
  ['a way out of the backup', { name: '../good.md' }, 'leads out'],
  ['a way out in the middle', { name: 'a/../../etc/passwd.md' }, 'leads out'],
  ['an absolute path', { name: '/etc/plan.md' }, 'leads out'],
  ['a drive', { name: 'C:/plan.md' }, 'leads out'],
  ['a way out of Windows', { name: '..\\plan.md' }, 'backslash'],
  ['a NUL', { name: 'plan.md\u0000.md' }, 'control characters'],
  ['a name of 2,000 characters', { name: `${'a'.repeat(2000)}.md` }, 'longer than 1,024'],
  ['a picture', { name: 'a.png' }, 'no Markdown file'],
  ['a zip in the zip', { name: 'a.zip' }, 'archive itself'],
  ['a password', { name: 'a.md', flags: 1 }, 'password'],
  ['a symbolic link', { name: 'a.md', attributes: 0o120777 * 0x10000 }, 'link to another file'],
  ['an unknown way of packing', { name: 'a.md', method: 14, data: 'x' }, 'packed in a way'],
  ['a wrong checksum', { name: 'a.md', crc: 7 }, 'damaged'],
  ['a stored file with a wrong checksum', { name: 'a.md', method: 0, crc: 7 }, 'damaged'],
  ['no deflate at all', { name: 'a.md', packed: Uint8Array.of(7, 7, 7, 7) }, 'damaged'],
  ['a cut stream', { name: 'a.md', packed: deflateSync(utf8.encode('words '.repeat(99))).subarray(0, 9) }, 'damaged'],
  ['a size that is too small', { name: 'a.md', size: 3, data: 'x'.repeat(5000) }, 'damaged'],
  ['a size that is too large', { name: 'a.md', size: 9999, data: 'x'.repeat(5000) }, 'damaged'],
  ['a size beyond every plan', { name: 'a.md', size: 65 * 1024 * 1024, data: 'x' }, 'larger than 64 MB'],
  ['a bomb that says so', { name: 'a.md', size: 60 * 1024 * 1024, data: 'x' }, 'a hundred times'],
  ['bytes that are no text', { name: 'a.md', data: Uint8Array.of(0xff, 0xfe) }, 'not UTF-8'],
])('a file with %s is left out with its reason, and the others are read', (_, file, words) => {
  const { plans, leftOut, problem } = read(makeZip([{ data: '# Bad\n', ...file }, good]))
  expect(problem).toBeNull()
  expect(plans.map(plan => plan.text)).toEqual(['# Good\n'])
  expect(leftOut).toHaveLength(1)
  expect(leftOut[0]).toContain(words)
})

test('of two files with one name the first is read', () => {
  const { plans, leftOut } = read(makeZip([good, { ...good, data: '# Evil\n' }]))
  expect(plans.map(plan => plan.text)).toEqual(['# Good\n'])
  expect(leftOut).toEqual(['good.md: Another file in the backup has the same name.'])
})

const layers = (count: number) => Array.from({ length: count }, (_, index) => ({ ...good, name: `${index}.md` }))

test.each([
  ['no bytes', new Uint8Array(0), 'backup-not-zip'],
  ['words', utf8.encode('# Only Markdown\n'), 'backup-not-zip'],
  ['a zip without its end', makeZip([good]).subarray(0, -1), 'backup-not-zip'],
  ['something behind its end', makeZip([good], { after: 'PK' }), 'backup-not-zip'],
  ['a zip of nothing', makeZip([]), 'backup-empty'],
  ['a zip of pictures', makeZip([{ name: 'a.png' }]), 'backup-empty'],
  ['one of several disks', makeZip([good], { disk: 1 }), 'backup-split'],
  ['a file on another disk', makeZip([{ ...good, disk: 1 }]), 'backup-split'],
  ['zip64 in its end', makeZip([good], { directoryFrom: 0xffffffff }), 'backup-zip64'],
  ['zip64 in a file', makeZip([{ ...good, size: 0xffffffff }]), 'backup-zip64'],
  ['a table that is not there', makeZip([good], { directoryFrom: 2 }), 'backup-damaged'],
  ['more files than the table has', makeZip([good], { count: 2 }), 'backup-damaged'],
  ['fewer files than the table has', makeZip([good, { ...good, name: 'b.md' }], { count: 1 }), 'backup-damaged'],
  ['a file with two names', makeZip([{ ...good, localName: 'evil.md' }]), 'backup-damaged'],
  ['a file that leads into the table', makeZip([{ ...good, packedSize: 70 }]), 'backup-damaged'],
  ['a file that is not there', makeZip([{ ...good, from: 12 }]), 'backup-damaged'],
  ['one file under two names', makeZip([good, { ...good, from: 0 }]), 'backup-overlapping'],
  ['files inside each other', makeZip([{ ...good, packedSize: 20 }, { ...good }]), 'backup-overlapping'],
  ['too many files', makeZip(layers(5001)), 'backup-too-many'],
  [
    'files that are too much together',
    makeZip(layers(5).map(layer => ({ ...layer, size: 60 * 1024 * 1024 }))),
    'backup-too-large',
  ],
])('%s is refused as a whole', (_, bytes, code) => {
  const { plans, problem } = read(bytes)
  expect(plans).toEqual([])
  expect(problem?.code).toBe(code)
  expect(problem?.message).toContain('your own plans are untouched')
})

test('a bomb that says it is small is given up after its size', () => {
  // One deflate stream of 64 MiB zeroes whose entry says 1,000 bytes.
  const packed = deflateSync(new Uint8Array(64 * 1024 * 1024))
  const { leftOut, steps } = read(makeZip([{ name: 'bomb.md', packed, size: 1000, crc: 0 }, good]))
  expect(leftOut).toEqual(['bomb.md: It is damaged.'])
  expect(steps).toBeLessThan(10)
})

test('work on a large file stops often enough to look after the screen', () => {
  const bytes = makeZip([{ name: 'large.md', data: 'words and words\n'.repeat(100_000) }])
  const { plans, steps } = read(bytes)
  expect(plans[0]?.text.length).toBe(1_600_000)
  expect(steps).toBeGreaterThan(8)
})

test('whatever the bytes, reading ends with plans or a reason, and never throws', () => {
  const zip = makeZip([good, { name: 'manifest.json', data: '{}' }, { name: 'b/c.md', data: 'words '.repeat(99) }])
  const damage = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 12 })
  fc.assert(
    fc.property(damage, fc.nat(20), (flips, cut) => {
      const bytes = zip.slice(0, zip.length - (cut > 15 ? cut : 0))
      for (const [at, value] of flips) bytes[at] = value
      const { plans, problem } = read(bytes)
      if (problem) expect(plans).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
