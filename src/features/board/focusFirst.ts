/** A ref: what is shown in a popover or dialog begins with its first input, also when its code came late. */
export function focusFirstInput(holder: HTMLElement | null): void {
  const input = holder?.querySelector('input')
  input?.focus()
  input?.select()
}
