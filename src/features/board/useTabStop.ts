import { type FocusEvent, type RefObject, useLayoutEffect } from 'react'

const card = '[data-task-id]'

/**
 * One tab stop for a list of cards: the card that had the focus last, or the first. Cards render with `tabindex=-1`
 * and this moves the 0 on the page itself, so that walking through cards renders none of them.
 */
export function useTabStop(list: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    if (list.current && !list.current.querySelector(`${card}[tabindex="0"]`))
      setStop(list.current.querySelector(card), 0)
  })
  return {
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const next = target.closest(card)
      const last = list.current?.querySelector(`${card}[tabindex="0"]`)
      if (!next || next === last) return
      setStop(last, -1)
      setStop(next, 0)
    },
  }
}

/** The parts of the card are to be reached from it, and from nowhere else. */
function setStop(element: Element | null | undefined, tabIndex: 0 | -1) {
  if (!(element instanceof HTMLElement)) return
  element.tabIndex = tabIndex
  for (const part of element.querySelectorAll<HTMLElement>(':scope > * [data-card-part], :scope > [data-card-part]')) {
    if (part.closest(card) === element) part.tabIndex = tabIndex
  }
}
