import { Dialog } from '#ui/Dialog.tsx'
import { Kbd } from '#ui/Kbd.tsx'
import { shortcut } from '#ui/keyboard.ts'
import styles from './ShortcutsDialog.module.css'

interface Shortcut {
  readonly what: string
  readonly keys: readonly string[]
}

const groups: readonly { readonly name: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    name: 'Plan',
    shortcuts: [
      { what: 'Undo', keys: [shortcut('Mod+Z')] },
      { what: 'Redo', keys: [shortcut('Mod+Shift+Z'), 'Ctrl+Y'] },
      { what: 'This list', keys: ['?'] },
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
