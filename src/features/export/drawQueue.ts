/** Ms. No piece we know takes a tenth of it; one that does tells of a slow device, or of a text we do not know. */
const limit = 1000

export interface DrawQueue {
  /** Draws it when its turn comes; not at all after one took too long. Returns what takes it out again. */
  add(draw: () => void): () => void
}

/**
 * Draws one piece at a time, with a moment for the page after each. A renderer cannot be interrupted, so no piece is
 * given to it that would take long, and the first that does all the same is the last.
 */
export function createDrawQueue(onTooSlow: () => void, now: () => number = () => performance.now()): DrawQueue {
  const waiting = new Set<() => void>()
  let isRunning = false
  let isTooSlow = false

  const run = async () => {
    isRunning = true
    for (const draw of waiting) {
      await new Promise(resolve => setTimeout(resolve))
      if (!waiting.delete(draw)) continue
      const start = now()
      draw()
      if (now() - start <= limit) continue
      isTooSlow = true
      waiting.clear()
      onTooSlow()
    }
    isRunning = false
  }
  return {
    add(draw) {
      if (isTooSlow) return () => {}
      waiting.add(draw)
      if (!isRunning) void run()
      return () => void waiting.delete(draw)
    },
  }
}
