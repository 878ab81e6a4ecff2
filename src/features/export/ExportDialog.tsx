import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { ChecklistTab } from './ChecklistTab.tsx'
import { MarkdownTab } from './MarkdownTab.tsx'
import { PreviewTab } from './PreviewTab.tsx'

type TabName = 'markdown' | 'preview' | 'checklist'

/** Every way to take the plan along. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [tab, setTab] = useState<TabName>('markdown')
  return (
    <Dialog open onOpenChange={open => !open && onClose()} size="large" title="Export">
      <Tabs<TabName>
        label="What to take along"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'markdown', label: 'Markdown', content: <MarkdownTab /> },
          { value: 'preview', label: 'Preview', content: <PreviewTab /> },
          { value: 'checklist', label: 'Checklist', content: <ChecklistTab /> },
        ]}
      />
    </Dialog>
  )
}
