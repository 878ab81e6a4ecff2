import styles from './Kbd.module.css'

/** A key to press: "Ctrl+Z", written as `shortcut` writes it. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.key}>{children}</kbd>
}
