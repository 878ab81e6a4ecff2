const takesKeys = [
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"], [type="file"])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="menu"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
].join(',')

/**
 * Whether a key belongs to what is focused (text being typed, an input method, an open menu or dialog) and global
 * keys must leave it alone.
 */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing) return true
  const target = event.composedPath()[0] ?? event.target
  return target instanceof Element && target.closest(takesKeys) !== null
}

/** Whether the key is held that commands go with: Cmd on Apple's machines, Ctrl elsewhere. */
export function hasCommandKey(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }, mac = isMac()): boolean {
  return mac ? event.metaKey : event.ctrlKey
}

/** How a shortcut is written here: `Mod+Shift+Z` is "Ctrl+Shift+Z", or "⇧⌘Z" on Apple's machines. */
export function shortcut(keys: string, mac = isMac()): string {
  if (!mac) return keys.replace('Mod', 'Ctrl')
  const parts = keys.split('+')
  const signs: readonly (readonly [string, string])[] = [
    ['Ctrl', '⌃'],
    ['Alt', '⌥'],
    ['Shift', '⇧'],
    ['Mod', '⌘'],
  ]
  const held = signs.filter(([name]) => parts.includes(name)).map(([, sign]) => sign)
  return `${held.join('')}${parts.at(-1) ?? ''}`
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
