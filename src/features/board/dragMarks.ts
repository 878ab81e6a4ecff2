import type { Point } from './boardStore.ts'

/** In px of the window. Two px high unless it stands upright between columns. */
export interface Line extends Point {
  readonly width: number
  readonly height?: number
}

/** What a drag shows on the board. All of it is written to the page directly: nothing renders while a card moves. */
export interface DragMarks {
  /** Fades the card where it is taken from. */
  lift(card: Element | null): void
  /** Tints the column or badge that the card would drop on. */
  target(element: Element | null): void
  /** Moves the line that shows the place; `null` hides it. */
  line(at: Line | null): void
  clear(): void
}

export function createDragMarks(board: HTMLElement, indicator: HTMLElement): DragMarks {
  let lifted: Element | null = null
  let targeted: Element | null = null
  let drawn = ''

  const marks: DragMarks = {
    lift(card) {
      lifted?.removeAttribute('data-lifted')
      card?.setAttribute('data-lifted', '')
      lifted = card
    },
    target(element) {
      if (element === targeted) return
      targeted?.removeAttribute('data-target')
      element?.setAttribute('data-target', '')
      targeted = element
    },
    line(at) {
      const next = at ? `translate(${Math.round(at.x)}px, ${Math.round(at.y) - 1}px)` : ''
      if (next === drawn) return
      drawn = next
      indicator.hidden = !at
      if (!at) return
      indicator.style.transform = next
      indicator.style.width = `${Math.round(at.width)}px`
      indicator.style.height = `${Math.round(at.height ?? 2)}px`
    },
    clear() {
      marks.lift(null)
      marks.target(null)
      marks.line(null)
      board.removeAttribute('data-carrying')
    },
  }
  return marks
}
