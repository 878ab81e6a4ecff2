const openers = new WeakMap<Element, HTMLElement>()

/** Tells which element opened a menu that has no trigger of its own. */
export function rememberOpener(menu: Element, opener: HTMLElement): void {
  openers.set(menu, opener)
}

let choseFrom: HTMLElement | undefined

/** To be called when an item is chosen: what it opens may come after the menu, and the focus in it, is gone. */
export function rememberChoice(): void {
  choseFrom = focusToReturn()
}

/**
 * Where focus shall go when what opens now is closed again: the focused element or, when that is an item of a menu
 * about to vanish, whatever opened the menu.
 */
export function focusToReturn(): HTMLElement | undefined {
  let from = document.activeElement
  for (let menu = from?.closest('[role="menu"]'); menu; menu = from?.closest('[role="menu"]')) {
    from = openers.get(menu) ?? document.querySelector(`[aria-controls="${menu.id}"]`)
  }
  return from instanceof HTMLElement && from !== document.body ? from : choseFrom
}
