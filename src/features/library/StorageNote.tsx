import styles from './Home.module.css'

/** What "kept in this browser" is worth, where people rely on it. */
export function StorageNote() {
  return (
    <details className={styles.note}>
      <summary>How long does the browser keep them?</summary>
      <ul className={styles.points}>
        <li>
          Until you clear the data of this site. After your first edit Braid asks the browser, once, not to clear them
          by itself when the disk gets full.
        </li>
        <li>
          Safari deletes what a site keeps after seven days in which you use Safari and do not visit it, unless Braid is
          on the home screen or in the Dock.
        </li>
        <li>Private windows forget everything when the last of them is closed.</li>
        <li>“Back up all plans” downloads a file that nobody clears.</li>
      </ul>
    </details>
  )
}
