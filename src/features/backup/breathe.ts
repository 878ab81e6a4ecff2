/** Ms of work between two moments for the screen. */
const atOnce = 12

/** Gives the screen a moment whenever enough was done since the last one. */
export function createBreath(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < atOnce) return
    await new Promise(resolve => setTimeout(resolve))
    since = performance.now()
  }
}
