import { useEffect, useEffectEvent } from 'react'

interface Pasted {
  readonly text: string
  readonly files: readonly File[]
}

/** Hears a paste that no field and no dialog takes. */
export function usePasteAnywhere(onPaste: (pasted: Pasted) => void): void {
  const listen = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData, target } = event
    if (!clipboardData || event.defaultPrevented) return
    if (target instanceof Element && target.closest('input, textarea, [role="dialog"], [role="alertdialog"]')) return
    const pasted = { text: clipboardData.getData('text/plain'), files: [...clipboardData.files] }
    if (pasted.text === '' && pasted.files.length === 0) return
    event.preventDefault()
    onPaste(pasted)
  })
  useEffect(() => {
    const onEvent = (event: ClipboardEvent) => listen(event)
    document.addEventListener('paste', onEvent)
    return () => document.removeEventListener('paste', onEvent)
  }, [])
}
