import styles from './ViewSwitch.module.css'

export interface View<Name extends string> {
  readonly name: Name
  readonly label: string
}

interface ViewSwitchProps<Name extends string> {
  readonly views: readonly View<Name>[]
  readonly view: Name
  readonly onShow: (view: Name) => void
}

/** The ways to look at the plan; a phone has them in a row of their own. */
export function ViewSwitch<Name extends string>({ views, view, onShow }: ViewSwitchProps<Name>) {
  return (
    <nav className={styles.views} aria-label="Views">
      {views.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          className={styles.view}
          aria-current={name === view ? 'page' : undefined}
          onClick={() => onShow(name)}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}
