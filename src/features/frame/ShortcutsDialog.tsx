import { Dialog } from '#ui/Dialog.tsx'
import { Kbd } from '#ui/Kbd.tsx'
import { shortcut } from '#ui/keyboard.ts'
import styles from './ShortcutsDialog.module.css'

interface Shortcut {
  readonly what: string
  readonly keys: readonly string[]
}

/** All keys in one place; those of cards are the board's, which shows the same beside its filter. */
const groups: readonly { readonly name: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    name: 'Plan',
    shortcuts: [
      { what: 'Undo', keys: [shortcut('Mod+Z')] },
      { what: 'Redo', keys: [shortcut('Mod+Shift+Z'), 'Ctrl+Y'] },
      { what: 'Filter tasks', keys: ['/'] },
      { what: 'This list', keys: ['?'] },
    ],
  },
  {
    name: 'On a card',
    shortcuts: [
      { what: 'Go to another card', keys: ['←', '↑', '↓', '→'] },
      { what: 'Tick or untick', keys: ['Space'] },
      { what: 'Edit the text', keys: ['Enter'] },
      { what: 'Priority, critical to low', keys: ['1', '2', '3', '4'] },
      { what: 'No priority', keys: ['0'] },
      { what: 'New task below', keys: ['N'] },
      { what: 'Move to...', keys: ['M'] },
      { what: 'Delete', keys: ['Del'] },
    ],
  },
  {
    name: 'Carrying a card',
    shortcuts: [
      { what: 'Pick up', keys: ['G'] },
      { what: 'Carry', keys: ['←', '↑', '↓', '→'] },
      { what: 'Drop', keys: ['Enter'] },
      { what: 'Put back', keys: ['Esc'] },
      { what: 'Move one place at once', keys: [`${shortcut('Alt+')}↑`, `${shortcut('Alt+')}↓`] },
    ],
  },
]

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={open => !open && onClose()} size="small" title="Keyboard shortcuts">
      {groups.map(({ name, shortcuts }) => (
        <section key={name} className={styles.group}>
          <h3 className={styles.name}>{name}</h3>
          <dl className={styles.list}>
            {shortcuts.map(({ what, keys }) => (
              <div key={what} className={styles.row}>
                <dt>{what}</dt>
                <dd className={styles.keys}>
                  {keys.map(key => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
