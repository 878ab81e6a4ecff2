import type { CSSProperties } from 'react'
import type { WorkerCurve } from '#plan/schedule/workerCurve.ts'
import { classNames } from '#ui/classNames.ts'
import { hoursWords } from './timelineWords.ts'
import styles from './WorkersControl.module.css'

/** Units of the picture; it is stretched over the slider so that each point stands above its number of workers. */
const height = 40

/** The finish against the number of workers; behind the last that helps it goes on as a dashed line. */
export function FinishCurve({
  curve,
  workers,
  most,
}: {
  readonly curve: WorkerCurve | null
  readonly workers: number
  readonly most: number
}) {
  if (!curve) return <div className={styles.curve} />
  const top = curve.points[0]?.makespan ?? 0
  const y = (makespan: number) => (top > 0 ? height - (makespan / top) * (height - 11) : height)
  const x = (at: number) => ((at - 1) / Math.max(1, most - 1)) * 100
  const points = curve.points.map(({ workers: at, makespan }) => `${x(at)},${y(makespan)}`)
  const flat = y(finishWith(curve, most))
  const from = x(curve.points.length)
  return (
    <div className={styles.curve} aria-hidden="true">
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className={styles.picture}>
        <title>Finish for each number of workers</title>
        <polygon className={styles.area} points={`0,${height} ${points.join(' ')} 100,${flat} 100,${height}`} />
        <polyline className={styles.line} points={points.join(' ')} />
        {from < 100 && <line className={styles.flat} x1={from} y1={flat} x2={100} y2={flat} />}
      </svg>
      {Array.from({ length: most > 40 ? 0 : most }, (_, index) => index + 1).map(at => (
        <Dot key={at} at={at} y={y(finishWith(curve, at))} className={classNames(at > curve.enough && styles.idle)} />
      ))}
      <Dot at={workers} y={y(finishWith(curve, workers))} className={styles.now}>
        {hoursWords(finishWith(curve, workers))}
      </Dot>
    </div>
  )
}

interface DotProps {
  readonly at: number
  readonly y: number
  readonly className: string | undefined
  readonly children?: string
}

function Dot({ at, y, className, children }: DotProps) {
  return (
    <span
      className={classNames(styles.dot, className)}
      style={{ '--at': at - 1, '--y': `${(y / height) * 100}%` } as CSSProperties}
    >
      {children && (
        <span className={styles.hours} data-below={y < height / 2 || undefined}>
          {children}
        </span>
      )}
    </span>
  )
}

/** The makespan with so many workers; more than the curve has do no better. */
export function finishWith({ points }: WorkerCurve, workers: number): number {
  return (points[workers - 1] ?? points.at(-1))?.makespan ?? 0
}
