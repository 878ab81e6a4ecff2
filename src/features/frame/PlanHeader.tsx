import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import styles from './PlanHeader.module.css'
import { PlanTitle } from './PlanTitle.tsx'
import { SaveWords } from './SaveWords.tsx'
import { UndoButtons } from './UndoButtons.tsx'

const HeaderMenu = lazy(async () => ({ default: (await import('./HeaderMenu.tsx')).HeaderMenu }))

interface PlanHeaderProps {
  readonly homeHref: string
  /** Between the title and the buttons, where there is room. */
  readonly views?: ReactNode
  readonly onExport: () => void
  readonly onShare: () => void
  readonly onHistory: () => void
  readonly onCommands: () => void
  readonly onDownload: () => void
  readonly onShortcuts: () => void
}

/** What stays in sight while a plan is worked on. */
export function PlanHeader({
  homeHref,
  views,
  onExport,
  onShare,
  onHistory,
  onCommands,
  onDownload,
  onShortcuts,
}: PlanHeaderProps) {
  const [menuAnchor, setMenuAnchor] = useState<HTMLElement | null>(null)
  return (
    <header className={styles.header}>
      <a className={styles.home} href={homeHref} aria-label="All plans" title="All plans">
        <Icon name="home" />
      </a>
      <div className={styles.identity}>
        <PlanTitle />
        <SaveWords />
      </div>
      <UndoButtons />
      {views}
      <Button className={styles.wide ?? ''} icon="link" onClick={onShare}>
        Share
      </Button>
      <Button className={styles.wide ?? ''} icon="upload" onClick={onExport}>
        Export
      </Button>
      <IconButton
        icon="more"
        label="More"
        aria-haspopup="menu"
        aria-expanded={menuAnchor !== null}
        onClick={event => setMenuAnchor(menuAnchor ? null : event.currentTarget)}
      />
      {menuAnchor && (
        <Suspense>
          <HeaderMenu
            anchor={menuAnchor}
            onClose={() => setMenuAnchor(null)}
            onExport={onExport}
            onShare={onShare}
            onHistory={onHistory}
            onCommands={onCommands}
            onDownload={onDownload}
            onShortcuts={onShortcuts}
          />
        </Suspense>
      )}
    </header>
  )
}
