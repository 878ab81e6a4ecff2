import { expect, test } from 'vitest'
import { encodeFile } from '#plan/file.ts'
import { readFiles } from './readFiles.ts'

test('a file with a byte order mark and Windows line ends keeps both', async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('# Plan\r\n\r\n- [ ] One\r\n')])
  const { sources, refusals } = await readFiles([new File([bytes], 'release plan.md')])
  const [source] = sources
  expect(refusals).toEqual([])
  expect(source?.text).toBe('# Plan\n\n- [ ] One\n')
  expect(source?.fallbackName).toBe('release plan')
  expect(source && encodeFile(source.text, source.envelope)).toEqual(bytes)
})

test('a file that is no text is refused by name, and the others open', async () => {
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])], 'picture.png')
  const { sources, refusals } = await readFiles([picture, new File(['# Plan\n'], 'plan.md')])
  expect(sources.map(source => source.fallbackName)).toEqual(['plan'])
  expect(refusals).toHaveLength(1)
  expect(refusals[0]).toContain('“picture.png”')
  expect(refusals[0]).toContain('not UTF-8')
})

test('a folder is refused in words', async () => {
  const folder = new File([], 'docs')
  folder.arrayBuffer = () => Promise.reject(new DOMException('A folder', 'NotReadableError'))
  expect((await readFiles([folder])).refusals[0]).toContain('folder')
})
