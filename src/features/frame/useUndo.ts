import { useEffect, useEffectEvent, useState } from 'react'
import type { HistoryControls } from '#session/SessionContext.tsx'
import { hasCommandKey, isTyping } from '#ui/keyboard.ts'

interface Undo {
  readonly undo: () => void
  readonly redo: () => void
  /** For those who hear the page: 'Undid: Move task'. */
  readonly said: string
}

/** Undo and redo, by button and by key, each said aloud. */
export function useUndo({ undo, redo }: HistoryControls): Undo {
  const [said, setSaid] = useState('')

  const step = (take: () => string | null, verb: string) => {
    const label = take()
    if (label === null) return
    // The same words twice in a row are read once; a blank at the end makes them others.
    setSaid(before => (before === `${verb}: ${label}` ? `${verb}: ${label}\u00a0` : `${verb}: ${label}`))
  }
  const undoOne = () => step(undo, 'Undid')
  const redoOne = () => step(redo, 'Redid')

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isTyping(event)) return
    const key = event.key.toLowerCase()
    const isUndo = hasCommandKey(event) && key === 'z' && !event.shiftKey
    const isRedo = (hasCommandKey(event) && key === 'z' && event.shiftKey) || (event.ctrlKey && key === 'y')
    if (!isUndo && !isRedo) return
    event.preventDefault()
    if (isUndo) undoOne()
    else redoOne()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return { undo: undoOne, redo: redoOne, said }
}
