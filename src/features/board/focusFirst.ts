import type { NodeId } from '#plan/plan.ts'

/** As a ref, too: what is shown in a popover or dialog begins with its first input, also when its code came late. */
export function focusFirstInput(holder: HTMLElement | null): void {
  const input = holder?.querySelector('input')
  input?.focus()
  input?.select()
}

/** As a ref: a question about deleting begins at the answer that does nothing. */
export function focusIt(element: HTMLElement | null): void {
  element?.focus()
}

/** The menu button of a stream, phase or gate. */
export function focusMenuOf(id: NodeId): void {
  document.querySelector<HTMLElement>(`[data-menu="${id}"]`)?.focus()
}
