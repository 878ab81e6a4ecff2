import { useEffect } from 'react'
import { openLocalDrafts } from '#session/drafts.ts'
import { showToast } from '#ui/toasts.ts'

/** Ms: so many of the last words a page that is killed may take with it. */
const keepAfter = 50

const drafts = openLocalDrafts(crypto.randomUUID())

/**
 * Keeps the words in an open editor until they are committed or given up, and tells of those that a page left when it was
 * killed. A page that ends in order commits them itself.
 */
export function useDrafts(plan: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onInput = ({ target }: Event) => {
      if (!isEditor(target) || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        if (target.isConnected) drafts.keep({ plan, words: target.value })
      }, keepAfter)
    }
    const drop = () => {
      clearTimeout(timer)
      timer = undefined
      drafts.drop()
    }
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      if ((key === 'Enter' || key === 'Escape') && isEditor(target)) drop()
    }
    const onFocusOut = ({ target }: Event) => {
      if (isEditor(target)) drop()
    }
    const listening = new AbortController()
    const options = { capture: true, signal: listening.signal }
    document.addEventListener('input', onInput, options)
    document.addEventListener('keydown', onKeyDown, options)
    document.addEventListener('focusout', onFocusOut, options)
    addEventListener('pagehide', drop, options)
    void drafts.takeLeft(plan).then(left => {
      for (const words of left) tell(words)
    })
    return () => {
      listening.abort()
      drop()
    }
  }, [plan])
}

function isEditor(target: EventTarget | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement && target.closest('[data-editing]') !== null
}

function tell(words: string): void {
  if (words.trim() === '') return
  showToast({
    message: `The page ended while you were typing. These words are not in the plan: “${words}”`,
    action: { label: 'Copy', onAct: () => void navigator.clipboard.writeText(words).catch(() => undefined) },
    stays: true,
  })
}
