import { useState } from 'react'

/**
 * The hour at which the axis ends. It stays while the finish moves a little, so that bars can be seen to grow and shrink;
 * with an axis that always fits it would be the axis that moves.
 */
export function useAxisEnd(makespan: number, p90: number): number {
  const needed = Math.max(makespan, p90)
  const [end, setEnd] = useState(needed)
  const fits = needed <= end && needed >= end * 0.6
  if (!fits) setEnd(needed)
  return fits ? end : needed
}
