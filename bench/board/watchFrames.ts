/** What the page measures of itself; the runner reads it as `window.bench`. All times in milliseconds. */
export interface BoardMeasures {
  /** From the start of mounting to the frame after the first one with cards. */
  firstPaint: number | null
  /** From pointer down to the frame that shows the drag. */
  dragStart: number | null
  /** Between animation frames, since the last `frames = []`. */
  frames: number[]
  /** Cards that React rendered (counted in bench builds only). */
  cardRenders: number
}

declare global {
  interface Window {
    bench: BoardMeasures
  }
}

/** Starts the clock. */
export function watchFrames(cards: string, carried: string): void {
  const start = performance.now()
  const bench: BoardMeasures = { firstPaint: null, dragStart: null, frames: [], cardRenders: 0 }
  window.bench = bench
  let last = start
  let sawCards = false
  let pressed: number | null = null
  addEventListener(
    'pointerdown',
    () => {
      pressed = performance.now()
      bench.dragStart = null
    },
    { capture: true },
  )
  const frame = () => {
    const now = performance.now()
    bench.frames.push(now - last)
    last = now
    if (bench.firstPaint === null) {
      if (sawCards) bench.firstPaint = now - start
      sawCards = document.querySelector(cards) !== null
    }
    if (pressed !== null && document.querySelector(carried)) {
      bench.dragStart = now - pressed
      pressed = null
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
