import type { IntegrationPoint, NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import { placeGates } from '#plan/schedule/planJobs.ts'
import type { Range, Samples } from '#plan/schedule/sampleSchedule.ts'
import type { Schedule, ScheduledJob } from '#plan/schedule/schedulePlan.ts'
import { hoursOfStream, middle } from '#plan/schedule/streamHours.ts'
import { strandLetter, strandOrders, streamTitle } from '#session/strands.ts'
import { count, hoursWords } from './timelineWords.ts'

export type Grouping = 'phase' | 'worker'

interface Timed {
  readonly key: string
  /** Working hours from the start of the plan. */
  readonly start: number
  readonly finish: number
}

/** Gates take no time: theirs is `start` = `finish`. */
interface Job extends Timed {
  readonly id: NodeId
  readonly title: string
  readonly slack: number
  /** On the one chain that decides the finish. */
  readonly isOnPath: boolean
  readonly range: Range | null
  /** In how many samples it was critical, 0 to 1. */
  readonly criticalShare: number | null
}

export interface StreamRow extends Job {
  readonly kind: 'stream'
  readonly order: number
  readonly letter: string
  readonly name: string
  /** '4-6 h', 'assumed 9 h' */
  readonly hours: string
  readonly isAssumed: boolean
  /** From 1. */
  readonly worker: number | null
}

export interface GateRow extends Job {
  readonly kind: 'gate'
}

export interface GroupRow extends Timed {
  readonly kind: 'group'
  readonly title: string
  readonly note: string
  /** What a worker does, one after the other. */
  readonly strip: readonly StreamRow[]
}

export type TimelineRow = StreamRow | GateRow | GroupRow

/** A schedule as the lines of a timetable, in the order of the plan or by who does it. */
export function timelineRows(
  plan: Plan,
  schedule: Schedule,
  samples: Samples | null,
  grouping: Grouping,
): readonly TimelineRow[] {
  const jobs = new Map(schedule.jobs.map(job => [job.node, job]))
  const path = new Set(schedule.criticalPath)
  const orders = strandOrders(plan.phases)
  const shared = (id: NodeId, { start, finish, slack }: ScheduledJob) => ({
    key: String(id),
    id,
    start,
    finish,
    slack,
    isOnPath: path.has(id),
    range: samples?.finishOf.get(id) ?? null,
    criticalShare: samples?.critical.get(id) ?? null,
  })
  // A stream of a newer plan than the schedule's comes with the next schedule.
  const streamRows = (streams: readonly Stream[]) =>
    streams.flatMap((stream): readonly StreamRow[] => {
      const job = jobs.get(stream.id)
      if (!job) return []
      return [
        {
          kind: 'stream',
          ...shared(stream.id, job),
          title: streamTitle(stream),
          order: orders.get(stream.id) ?? 0,
          letter: strandLetter(stream),
          name: stream.name || streamTitle(stream),
          ...hoursOf(stream, schedule.hoursPerTask),
          worker: job.worker === null ? null : job.worker + 1,
        },
      ]
    })
  const gateRows = (gates: readonly IntegrationPoint[]) =>
    gates.flatMap((gate): readonly GateRow[] => {
      const job = jobs.get(gate.id)
      return job ? [{ kind: 'gate', ...shared(gate.id, job), title: gate.name || 'Unnamed gate' }] : []
    })

  const { afterPhase, atEnd } = placeGates(plan)
  if (grouping === 'worker') {
    const gates = gateRows(plan.integrationPoints)
    return [
      ...byWorker(plan.phases.flatMap(phase => streamRows(phase.streams))),
      ...(gates.length === 0 ? [] : [group('gates', 'Gates', count(gates.length, 'gate'), gates), ...gates]),
    ]
  }
  return [
    ...plan.phases.flatMap(phase => {
      const streams = streamRows(phase.streams)
      const gates = gateRows(afterPhase.get(phase.id) ?? [])
      return [
        group(`phase ${phase.id}`, phaseTitle(phase), count(streams.length, 'stream'), streams),
        ...streams,
        ...gates,
      ]
    }),
    ...gateRows(atEnd),
  ]
}

function byWorker(streams: readonly StreamRow[]): readonly TimelineRow[] {
  const hands = new Map<number, StreamRow[]>()
  for (const row of streams) {
    const own = hands.get(row.worker ?? 0) ?? []
    own.push(row)
    hands.set(row.worker ?? 0, own)
  }
  return [...hands]
    .sort(([one], [other]) => one - other)
    .flatMap(([worker, unsorted]) => {
      const own = unsorted.toSorted((one, other) => one.start - other.start || one.order - other.order)
      const work = own.reduce((sum, row) => sum + row.finish - row.start, 0)
      const head = group(`worker ${worker}`, `Worker ${worker}`, `${hoursWords(work)} of work`, own)
      return [{ ...head, strip: own }, ...own]
    })
}

function group(key: string, title: string, note: string, rows: readonly Timed[]): GroupRow {
  const start = rows.length === 0 ? 0 : Math.min(...rows.map(row => row.start))
  return { kind: 'group', key, title, note, start, finish: Math.max(start, ...rows.map(row => row.finish)), strip: [] }
}

function hoursOf(stream: Stream, hoursPerTask: number): Pick<StreamRow, 'hours' | 'isAssumed'> {
  const { hours, isAssumed } = hoursOfStream(stream, hoursPerTask)
  if (isAssumed) return { hours: `assumed ${hoursWords(middle(hours))}`, isAssumed }
  const { min, max } = hours
  return { hours: min === max ? hoursWords(min) : `${min}-${max} h`, isAssumed }
}

export function phaseTitle({ number, name, implicit }: Phase): string {
  if (implicit) return 'Streams'
  const label = number === null ? '' : `Phase ${number}`
  return [label, name].filter(Boolean).join(': ') || 'Unnamed phase'
}
