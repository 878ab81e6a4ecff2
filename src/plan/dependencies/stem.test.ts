import { expect, test } from 'vitest'
import { stem } from './stem.ts'

test.each([
  ['mock', 'mocking', 'mocked', 'mocks'],
  ['create', 'created', 'creating', 'creation'],
  ['validate', 'validated', 'validation'],
  ['migrate', 'migrated', 'migration', 'migrations'],
  ['configure', 'configured', 'configuration', 'config'],
  ['service', 'services'],
  ['cache', 'caches', 'caching'],
  ['policy', 'policies'],
  ['api', 'apis'],
  ['plan', 'planned', 'planning'],
  ['deploy', 'deploys', 'deployment'],
  ['app', 'application'],
])('%s and its other forms have one stem', (...forms: string[]) => {
  expect(new Set(forms.map(stem)).size).toBe(1)
})

test.each([
  ['format', 'form'],
  ['state', 'station'],
  ['data', 'date'],
  ['service', 'server', 'serving'],
  ['model', 'mode'],
  ['status', 'state'],
  ['generic', 'generate'],
])('%s and %s stay apart', (...words: string[]) => {
  expect(new Set(words.map(stem)).size).toBe(words.length)
})

test('other scripts and short words pass unchanged', () => {
  expect(['核心', 'übungen', 'io', 's3'].map(stem)).toEqual(['核心', 'übungen', 'io', 's3'])
})
