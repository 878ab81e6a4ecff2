import { expect, test } from 'vitest'
import { fileName } from './fileName.ts'

test.each([
  ['Island Ferry Booking', 'Island Ferry Booking.md'],
  ['Search: fast & fuzzy', 'Search - fast & fuzzy.md'],
  ['a/b\\c', 'a - b - c.md'],
  ['[Project Name]', '[Project Name].md'],
  ['Größe 計画', 'Größe 計画.md'],
  ['..hidden.', 'hidden.md'],
  ['two\nlines', 'two lines.md'],
  ['con', '_con.md'],
  ['harmless\u202etxt.exe', 'harmless txt.exe.md'],
  [' ?? ', 'Plan.md'],
  ['', 'Plan.md'],
])('%j is saved as %j', (title, name) => {
  expect(fileName(title, 'md')).toBe(name)
})

test('a long title is cut between characters', () => {
  expect(fileName('🚢'.repeat(300), 'md')).toBe(`${'🚢'.repeat(60)}.md`)
})
