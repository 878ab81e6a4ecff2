import type { Stream, Task } from '../../src/plan/plan.ts'
import { scanLines } from '../lineScanner.ts'

/** The measure: all cards as plain elements, no library, no virtual lists, drag by pointer events. */
export function mountPlainBoard(root: HTMLElement, text: string): void {
  const board = element('div', 'plain-board')
  for (const phase of scanLines(text).phases) for (const stream of phase.streams) board.append(columnOf(stream))
  root.append(board)
  board.addEventListener('pointerdown', event => {
    const card = (event.target as Element).closest<HTMLElement>('.plain-card')
    if (card && !(event.target instanceof HTMLInputElement)) startDrag(board, card, event)
  })
}

function columnOf(stream: Stream): HTMLElement {
  const column = element('section', 'plain-column')
  const head = element('h3', 'plain-head')
  head.textContent = `${stream.key} ${stream.name}`
  const list = element('div', 'plain-list')
  for (const task of stream.tasks) list.append(cardOf(task))
  column.append(head, list)
  return column
}

function cardOf(task: Task): HTMLElement {
  const card = element('div', 'plain-card')
  card.tabIndex = -1
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = task.state === 'done'
  const words = element('span', 'plain-words')
  words.textContent = task.text
  const priority = element('span', 'plain-priority')
  priority.textContent = task.priority ?? ''
  const menu = document.createElement('button')
  menu.textContent = '⋯'
  card.append(box, words, priority, menu)
  return card
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

function startDrag(board: HTMLElement, card: HTMLElement, start: PointerEvent): void {
  const rect = card.getBoundingClientRect()
  const line = element('div', 'plain-line')
  let ghost: HTMLElement | null = null
  let place: { list: Element; before: Element | null } | null = null

  const move = (event: PointerEvent) => {
    if (!ghost) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < 4) return
      ghost = card.cloneNode(true) as HTMLElement
      ghost.classList.add('plain-ghost')
      ghost.style.width = `${rect.width}px`
      document.body.append(ghost, line)
      card.classList.add('plain-lifted')
    }
    const x = rect.left + event.clientX - start.clientX
    const y = rect.top + event.clientY - start.clientY
    ghost.style.transform = `translate(${x}px, ${y}px)`
    place = placeAt(board, event.clientX, event.clientY)
    if (!place) return
    const edge = place.before?.getBoundingClientRect() ?? place.list.getBoundingClientRect()
    line.style.transform = `translate(${edge.left}px, ${(place.before ? edge.top : edge.bottom) - 4}px)`
    line.style.width = `${edge.width}px`
  }
  const end = () => {
    removeEventListener('pointermove', move)
    if (place) place.list.insertBefore(card, place.before)
    card.classList.remove('plain-lifted')
    ghost?.remove()
    line.remove()
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', end, { once: true })
}

function placeAt(board: HTMLElement, x: number, y: number): { list: Element; before: Element | null } | null {
  for (const column of board.children) {
    const rect = column.getBoundingClientRect()
    if (x < rect.left || x > rect.right) continue
    const list = column.lastElementChild
    if (!list) return null
    return { list, before: firstBelow(list.children, y) }
  }
  return null
}

/** Binary search by the middle of each card. */
function firstBelow(cards: HTMLCollection, y: number): Element | null {
  let low = 0
  let high = cards.length
  while (low < high) {
    const middle = (low + high) >> 1
    const rect = cards[middle]?.getBoundingClientRect()
    if (rect && rect.top + rect.height / 2 < y) low = middle + 1
    else high = middle
  }
  return cards[low] ?? null
}
