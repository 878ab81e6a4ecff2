import { expect, test } from 'vitest'
import { hasCommandKey, shortcut } from './keyboard.ts'

test('a shortcut is written as the machine writes it', () => {
  expect(shortcut('Mod+Z', false)).toBe('Ctrl+Z')
  expect(shortcut('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
  expect(shortcut('Mod+Shift+Z', true)).toBe('⇧⌘Z')
  expect(shortcut('F2', true)).toBe('F2')
})

test('the command key is Cmd on a Mac and Ctrl elsewhere', () => {
  const cmd = { metaKey: true, ctrlKey: false }
  expect(hasCommandKey(cmd, true)).toBe(true)
  expect(hasCommandKey(cmd, false)).toBe(false)
})
