import { expect, test } from 'vitest'
import { changeText, type Edit, makeChange } from '#plan/change.ts'
import { weave } from './weave.ts'

const base = '- [ ] alpha one\n- [ ] beta\n'

/** An edit that replaces `words` by `insert`. */
function replaced(words: string, insert: string): Edit {
  const from = base.indexOf(words)
  return { from, to: from + words.length, insert }
}

function woven(ours: readonly Edit[], theirs: readonly Edit[]) {
  const [mine, other] = [makeChange('Ours', base.length, ours), makeChange('Theirs', base.length, theirs)]
  const both = weave(mine, other)
  const text = changeText(changeText(base, other), both.ours)
  expect(changeText(changeText(base, mine), both.theirs)).toBe(text)
  return { text, clashes: both.clashes }
}

test('edits of different words are both there', () => {
  expect(woven([replaced('alpha', 'gamma')], [replaced('beta', 'delta')])).toEqual({
    text: '- [ ] gamma one\n- [ ] delta\n',
    clashes: [],
  })
})

test('of two values for one word ours, the later one, stands', () => {
  expect(woven([replaced('alpha', 'mine')], [replaced('alpha', 'theirs')])).toEqual({
    text: '- [ ] mine one\n- [ ] beta\n',
    clashes: [{ lost: 'theirs', kept: 'mine', lostIsOurs: false }],
  })
})

test('the same value twice is one value, and nothing to speak of', () => {
  const tick: Edit = { from: 3, to: 4, insert: 'x' }
  expect(woven([tick], [tick])).toEqual({ text: '- [x] alpha one\n- [ ] beta\n', clashes: [] })
})

test('a line that was deleted stays deleted when a word in it was changed', () => {
  const deleted = replaced('- [ ] alpha one\n', '')
  const text = '- [ ] beta\n'
  const clash = { lost: 'gamma', kept: '' }
  expect(woven([replaced('alpha', 'gamma')], [deleted])).toEqual({ text, clashes: [{ ...clash, lostIsOurs: true }] })
  expect(woven([deleted], [replaced('alpha', 'gamma')])).toEqual({ text, clashes: [{ ...clash, lostIsOurs: false }] })
})

test('lines that both insert at one place are both there', () => {
  const line = (words: string): Edit => ({ from: 16, to: 16, insert: `- [ ] ${words}\n` })
  expect(woven([line('mine')], [line('theirs')])).toEqual({
    text: '- [ ] alpha one\n- [ ] theirs\n- [ ] mine\n- [ ] beta\n',
    clashes: [],
  })
})

test('a line inserted right behind a deleted one stays', () => {
  const behind: Edit = { from: 16, to: 16, insert: '- [ ] new\n' }
  expect(woven([replaced('- [ ] alpha one\n', '')], [behind]).text).toBe('- [ ] new\n- [ ] beta\n')
})
