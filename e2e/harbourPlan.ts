/** A small plan with everything a board shows, all of it in sight at once on a desk. */
export const harbourPlan = `# Implementation Plan: Harbour Lights

## Overview
Every lamp tells [Control Room Name] how it is.

## Phase 1: Foundations (Parallel - Day 1-2)

### Stream A: Lamp Protocol
**Estimated Time:** 4-6 hours
**Dependencies:** None
**Tasks:**
- [ ] Write the message format (Priority: Critical)
- [x] List the lamp types (Priority: High)
- [ ] Agree on retries

### Stream B: Simulator
**Dependencies:** None
**Tasks:**
- [ ] Simulate one lamp (Priority: Medium)
- [ ] Simulate a storm (Priority: Low)

## Phase 2: Building (Day 3-6)

### Stream C: Control Room
**Estimated Time:** [8-12] hours
**Dependencies:** Lamp Protocol, Simulator
**Tasks:**
- [ ] Draw the map (Priority: High)
  - [ ] Zoom to one pier
- [ ] Raise an alarm (Priority: Critical)

### Stream D: Night Watch
**Dependencies:** Stream A
**Tasks:**
- [ ] Ring the watchman at [Phone Number]

## Sequential Integration Points

### Integration 1: Protocol Agreed (After Phase 1)
- [ ] The simulator speaks the protocol
- [x] Two lamps answer

### Integration 2: Lights On (Final)
- [ ] All lamps answer for a week

## Success Criteria
- [ ] No ship asks where the pier is
- [ ] A broken lamp is known within a minute
`

export type Replacement = readonly [from: string, to: string]

/** The text after edits that replace words standing exactly once. */
export function edited(text: string, ...replacements: readonly Replacement[]): string {
  return replacements.reduce((before, [from, to]) => {
    const parts = before.split(from)
    if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times`)
    return parts.join(to)
  }, text)
}

/** The text with one line (and `following` lines after it) cut out and put after another line. */
export function movedAfter(text: string, line: string, target: string, following = 0): string {
  const lines = text.split('\n')
  const from = lines.indexOf(line)
  if (from < 0 || !lines.includes(target)) throw new Error(`No line “${from < 0 ? line : target}”`)
  const moved = lines.splice(from, 1 + following)
  lines.splice(lines.indexOf(target) + 1, 0, ...moved)
  return lines.join('\n')
}
