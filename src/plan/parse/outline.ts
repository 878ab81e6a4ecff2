import type { List, Section } from './sections.ts'

/** The plan as nested sections and lists: the last step before nodes are numbered. -1 stands for 'no heading'. */
export interface StreamOutline {
  /** Section of its heading; for an implicit stream the section its lists stand in. */
  readonly section: number
  readonly implicit: boolean
  /** Its heading is a `Stream X:` heading. */
  readonly keyed: boolean
  readonly lists: readonly List[]
  /** Offset after its last line: the next heading that is not part of it. */
  readonly end: number
}

export interface PhaseOutline {
  readonly section: number
  readonly implicit: boolean
  readonly keyed: boolean
  readonly streams: readonly StreamOutline[]
  readonly end: number
}

export interface ChecklistOutline {
  readonly section: number
  readonly lists: readonly List[]
  readonly end: number
}

export interface Outline {
  readonly native: boolean
  readonly phases: readonly PhaseOutline[]
  readonly integrationPoints: readonly ChecklistOutline[]
  readonly execution: readonly number[]
  readonly criteria: readonly ChecklistOutline[]
  readonly title: number
  readonly overview: number
}

interface Draft {
  section: number
  implicit: boolean
  keyed: boolean
  streams: StreamOutline[]
  end: number
}

/** Rules F1 to F6 and F11 to F13 of docs/format.md. */
export function outlinePlan(sections: readonly Section[]): Outline {
  const native = sections.some(({ role }) => role === 'phase' || role === 'stream')
  const hasPhase = sections.some(({ role }) => role === 'phase')
  const hasBox = sections.some(({ lists }) => lists.some(list => list.hasBox))
  const isLeaf = leaves(sections)
  // Beside numbered phases a heading with nothing under it is a heading.
  const isEmptyStream = (at: number, { role, isBare }: Section): boolean =>
    role === 'topic' && isBare && isLeaf(at) && (!native || isInPhase(sections, at))
  const isCandidate = (at: number): boolean => {
    const section = sections[at]
    if (!section) return false
    return taskLists(section, hasBox).length > 0 || isEmptyStream(at, section)
  }
  const tops = hasPhase ? null : flatOrTops(sections, isCandidate)

  const phases: Draft[] = []
  const integrationPoints: ChecklistOutline[] = []
  const criteria: ChecklistOutline[] = []
  const execution: number[] = []
  let title = -1
  let overview = -1
  let keyedPhase: Draft | null = null
  let topicPhase: Draft | null = null
  let topicTop = -1

  const addPhase = (section: number, implicit: boolean, keyed: boolean): Draft => {
    const phase: Draft = { section, implicit, keyed, streams: [], end: 0 }
    phases.push(phase)
    return phase
  }
  /** The phase that takes what stands under no phase heading: one for the whole file, or one for each outermost heading. */
  const phaseOfTopic = (at: number): Draft => {
    if (tops?.flat) {
      topicPhase ??= addPhase(-1, true, false)
      return topicPhase
    }
    const top = outermostTopic(sections, at)
    // What comes after is not the phase's any more: a phase is one stretch of the file.
    keyedPhase = null
    if (!topicPhase || top !== topicTop) {
      topicPhase = addPhase(top, top < 0, false)
      topicTop = top
    }
    return topicPhase
  }

  for (let at = 0; at < sections.length; at++) {
    const section = sections[at]
    if (!section) break
    const partsEnd = endOfParts(sections, at)
    const end = sections[partsEnd - 1]?.end ?? section.end
    switch (section.role) {
      case 'title':
        title = at
        if (taskLists(section, hasBox).length > 0) addImplicit(phaseOfTopic(at), at, section, hasBox)
        break
      case 'preamble':
        if (taskLists(section, hasBox).length > 0) addImplicit(phaseOfTopic(at), at, section, hasBox)
        break
      case 'overview':
        if (overview < 0) overview = at
        break
      case 'phase': {
        keyedPhase = addPhase(at, false, true)
        topicPhase = null
        if (taskLists(section, hasBox).length > 0) addImplicit(keyedPhase, at, section, hasBox)
        break
      }
      case 'stream': {
        const phase: Draft = keyedPhase && isUnder(sections, at, keyedPhase.section) ? keyedPhase : phaseOfTopic(at)
        const lists = streamLists(sections, at, partsEnd)
        phase.streams.push({ section: at, implicit: false, keyed: true, lists, end })
        break
      }
      case 'topic': {
        if (!isCandidate(at)) break
        const isUnderIt = keyedPhase !== null && hasAncestor(sections, at, keyedPhase.section)
        const phase: Draft = isUnderIt && keyedPhase ? keyedPhase : phaseOfTopic(at)
        const lists = taskLists(section, hasBox)
        if (phase.section === at) addImplicit(phase, at, section, hasBox)
        else phase.streams.push({ section: at, implicit: false, keyed: false, lists, end: section.end })
        break
      }
      case 'integration':
        integrationPoints.push({ section: at, lists: checklists(sections, at, partsEnd), end })
        break
      case 'execution':
        execution.push(at)
        break
      case 'criteria':
        criteria.push({ section: at, lists: checklists(sections, at, partsEnd), end })
        break
      default:
        break
    }
  }
  for (const phase of phases) phase.end = endOfPhase(sections, phase)
  return { native, phases, integrationPoints, execution, criteria, title, overview }
}

function addImplicit(phase: Draft, at: number, section: Section, hasBox: boolean): void {
  phase.streams.push({
    section: at,
    implicit: true,
    keyed: false,
    lists: taskLists(section, hasBox),
    end: section.end,
  })
}

/** Lists outside of streams: those with a checkbox, or all of them in a file without any. */
function taskLists(section: Section, hasBox: boolean): readonly List[] {
  return hasBox ? section.lists.filter(list => list.hasBox) : section.lists
}

/** A stream's tasks: the lists labelled **Tasks:**, else those with a checkbox, else those with no other label. */
function streamLists(sections: readonly Section[], at: number, partsEnd: number): readonly List[] {
  const lists = listsOf(sections, at, partsEnd)
  if (lists.length <= 1 && lists[0]?.label === 'tasks') return lists
  const labelled = lists.filter(list => list.label === 'tasks')
  if (labelled.length > 0) return labelled
  const boxed = lists.filter(list => list.hasBox)
  return boxed.length > 0 ? boxed : lists.filter(list => list.label === null)
}

function checklists(sections: readonly Section[], at: number, partsEnd: number): readonly List[] {
  const lists = listsOf(sections, at, partsEnd)
  const boxed = lists.filter(list => list.hasBox)
  return boxed.length > 0 ? boxed : lists
}

function listsOf(sections: readonly Section[], at: number, partsEnd: number): readonly List[] {
  if (partsEnd === at + 1) return sections[at]?.lists ?? []
  return sections.slice(at, partsEnd).flatMap(section => section.lists)
}

function endOfParts(sections: readonly Section[], at: number): number {
  let end = at + 1
  while (sections[end]?.role === 'part') end++
  return end
}

function isInPhase(sections: readonly Section[], at: number): boolean {
  for (let up = at; up >= 0; up = sections[up]?.parent ?? -1) if (sections[up]?.role === 'phase') return true
  return false
}

function leaves(sections: readonly Section[]): (at: number) => boolean {
  return at => (sections[at + 1]?.level ?? 0) <= (sections[at]?.level ?? 0)
}

/** No candidate stands inside another topic: the file's headings are streams side by side, not phases. */
function flatOrTops(sections: readonly Section[], isCandidate: (at: number) => boolean): { flat: boolean } {
  for (let at = 0; at < sections.length; at++) {
    const role = sections[at]?.role
    if (role !== 'topic' && role !== 'stream') continue
    const isNested = outermostTopic(sections, at) !== at && outermostTopic(sections, at) >= 0
    if (isNested && (role === 'stream' || isCandidate(at))) return { flat: false }
  }
  return { flat: true }
}

/** The outermost topic heading at or above a section; -1 when only the title stands above it. */
function outermostTopic(sections: readonly Section[], at: number): number {
  let top = -1
  for (let up = at; up >= 0; up = sections[up]?.parent ?? -1) if (sections[up]?.role === 'topic') top = up
  return top
}

function hasAncestor(sections: readonly Section[], at: number, ancestor: number): boolean {
  for (let up = at; up >= 0; up = sections[up]?.parent ?? -1) if (up === ancestor) return true
  return false
}

/** Under the phase's heading, or under a stream that stands beside it: some files give phases and streams one level. */
function isUnder(sections: readonly Section[], at: number, phase: number): boolean {
  for (let up = at; up >= 0; up = sections[up]?.parent ?? -1) {
    if (up === phase) return true
    const section = sections[up]
    const isBeside = section?.parent === sections[phase]?.parent && section?.level === sections[phase]?.level
    if (isBeside && section?.role === 'stream') return true
  }
  return false
}

/** A phase reaches to the next heading of its level or above that is not one of its streams. */
function endOfPhase(sections: readonly Section[], phase: Draft): number {
  const last = phase.streams.at(-1)
  if (phase.section < 0) return last?.end ?? 0
  const level = sections[phase.section]?.level ?? 1
  let at = phase.section + 1
  while (at < sections.length) {
    const section = sections[at]
    if (!section) break
    if (section.level <= level && !phase.streams.some(stream => stream.section === at)) break
    if (section.role === 'phase') break
    at++
  }
  return sections[at - 1]?.end ?? last?.end ?? 0
}
