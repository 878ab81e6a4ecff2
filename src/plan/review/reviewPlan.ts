import type { Plan } from '#plan/plan.ts'
import type { Finding } from './finding.ts'
import { type Rule, readContext } from './reviewContext.ts'
import { findDifferingCommands, findPhasesOnlyInCommands } from './rules/commandRules.ts'
import { findCircles } from './rules/cycleRules.ts'
import { findLaterPhase, findSamePhase } from './rules/dependencyRules.ts'
import { findDoubleKeys, findDoubleLetters } from './rules/doubleRules.ts'
import { findEarlyGates } from './rules/gateRules.ts'
import { findUnsure } from './rules/referenceRules.ts'
import {
  findBottlenecks,
  findEmptyStreams,
  findInvertedEstimates,
  findMissingEstimates,
  findPriorityInflation,
  findUnusedStreams,
} from './rules/streamRules.ts'
import { findPlaceholders, findSharedFiles, findTwoJobs } from './rules/wordingRules.ts'

/** In the order of their findings: what stops the work, what may, what is good to know. */
const rules: readonly Rule[] = [
  findCircles,
  findLaterPhase,
  findDoubleLetters,
  findDoubleKeys,
  findSamePhase,
  findEarlyGates,
  findPhasesOnlyInCommands,
  findDifferingCommands,
  findSharedFiles,
  findBottlenecks,
  findEmptyStreams,
  findInvertedEstimates,
  findUnusedStreams,
  findMissingEstimates,
  findUnsure,
  findTwoJobs,
  findPriorityInflation,
  findPlaceholders,
]

/** What is wrong or risky in a plan: problems, then risks, then notes, each kind in the order of the text. */
export function reviewPlan(plan: Plan): readonly Finding[] {
  const context = readContext(plan)
  return rules.flatMap(rule => rule(context))
}
