import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '#ui/keyboard.ts'

/** `?` asks for the list of keys, wherever nobody types. */
export function useShortcutsKey(onAsk: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event)) return
    event.preventDefault()
    onAsk()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
