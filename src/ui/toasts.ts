import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly action?: { readonly label: string; readonly onAct: () => void }
  /** `danger` is read out at once and stays until it is closed. */
  readonly tone: 'plain' | 'danger'
  /** Until it is closed, however long that takes. */
  readonly stays: boolean
}

interface NewToast {
  readonly message: string
  readonly action?: Toast['action'] | undefined
  readonly tone?: Toast['tone']
  readonly stays?: boolean
}

const AT_ONCE = 3

let nextId = 1

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Says what happened, with at most one thing to do about it. Returns the id to dismiss it with. */
export function showToast({ message, action, tone = 'plain', stays = tone === 'danger' }: NewToast): number {
  const toast: Toast = { id: nextId++, message, tone, stays, ...(action ? { action } : {}) }
  useToasts.setState(({ toasts }) => ({ toasts: [...makeRoom(toasts), toast] }))
  return toast.id
}

/** What goes by itself goes first. */
function makeRoom(toasts: readonly Toast[]): readonly Toast[] {
  if (toasts.length < AT_ONCE) return toasts
  const goes = toasts.find(toast => !toast.stays) ?? toasts[0]
  return toasts.filter(toast => toast !== goes)
}

export function isShown(id: number): boolean {
  return useToasts.getState().toasts.some(toast => toast.id === id)
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
}

/** How long a toast stays, in ms: as long as it takes to read it, and to reach its button. */
export function readingTime({ message, action }: Pick<Toast, 'message' | 'action'>): number {
  return 3000 + 50 * message.length + (action ? 4000 : 0)
}
