import { describe, expect, test } from 'vitest'
import { changeText, type Edit, makeChange } from '#plan/change.ts'
import { weave } from './weave.ts'

const base = '- [ ] alpha one\n- [ ] beta\n'

/** An edit that replaces `words` by `insert`. */
function replaced(words: string, insert: string): Edit {
  const from = base.indexOf(words)
  return { from, to: from + words.length, insert }
}

function woven(ours: readonly Edit[], theirs: readonly Edit[], text = base) {
  const [mine, other] = [makeChange('Ours', text.length, ours), makeChange('Theirs', text.length, theirs)]
  const both = weave(mine, other)
  const after = changeText(changeText(text, other), both.ours)
  expect(changeText(changeText(text, mine), both.theirs)).toBe(after)
  return { text: after, clashes: both.clashes }
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

describe('a task that both moved', () => {
  const lines = '- [ ] a\n- [ ] b\n  - [ ] c\n- [ ] d\n- [ ] e\n'
  const moved = (words: string, before: string) => {
    const from = lines.indexOf(words)
    const at = before === '' ? lines.length : lines.indexOf(before)
    return [
      { from, to: from + words.length, insert: '' },
      { from: at, to: at, insert: words },
    ]
  }
  const both = (ours: readonly Edit[], theirs: readonly Edit[]) => woven(ours, theirs, lines)

  test('is once where ours put it, and the other place is told', () => {
    expect(both(moved('- [ ] a\n', '- [ ] e'), moved('- [ ] a\n', ''))).toEqual({
      text: '- [ ] b\n  - [ ] c\n- [ ] d\n- [ ] a\n- [ ] e\n',
      clashes: [],
    })
  })

  test('is once when one moved it alone and the other with what it is part of', () => {
    const whole = moved('- [ ] b\n  - [ ] c\n', '')
    const part = moved('  - [ ] c\n', '- [ ] a')
    const text = '- [ ] a\n- [ ] d\n- [ ] e\n- [ ] b\n  - [ ] c\n'
    expect(both(whole, part).text).toBe(text)
    expect(both(part, whole).text).toBe('  - [ ] c\n- [ ] a\n- [ ] d\n- [ ] e\n- [ ] b\n')
  })

  test('into what the other moved away is still there', () => {
    const into = moved('- [ ] e\n', '  - [ ] c')
    const away = moved('- [ ] b\n  - [ ] c\n', '- [ ] a')
    expect(both(into, away).text.split('- [ ] e\n')).toHaveLength(2)
    expect(both(away, into).text.split('- [ ] e\n')).toHaveLength(2)
  })

  test('is once at the same place', () => {
    expect(both(moved('- [ ] a\n', ''), moved('- [ ] a\n', '')).text.split('- [ ] a\n')).toHaveLength(2)
  })
})
