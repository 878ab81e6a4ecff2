import type { Plan } from '#plan/plan.ts'
import type { Finding } from './finding.ts'
import { type Rule, readContext } from './reviewContext.ts'
import { findDifferingCommands, findPhasesOnlyInCommands } from './rules/commandRules.ts'
import { findCircles, findLaterPhase, findSamePhase, findUnsure } from './rules/dependencyRules.ts'
import { findEarlyGates } from './rules/gateRules.ts'
import {
  findBottlenecks,
  findEmptyStreams,
  findInvertedEstimates,
  findMissingEstimates,
  findPriorityInflation,
  findUnusedStreams,
} from './rules/streamRules.ts'
import { findDoubles, findPlaceholders, findSharedFiles, findTwoJobs } from './rules/wordingRules.ts'

const rules: readonly Rule[] = [
  findCircles,
  findLaterPhase,
  findSamePhase,
  findEarlyGates,
  findPhasesOnlyInCommands,
  findDifferingCommands,
  findDoubles,
  findSharedFiles,
  findBottlenecks,
  findEmptyStreams,
  findUnusedStreams,
  findInvertedEstimates,
  findMissingEstimates,
  findUnsure,
  findTwoJobs,
  findPriorityInflation,
  findPlaceholders,
]

/** What is wrong or risky in a plan, the kinds that stop work first. */
export function reviewPlan(plan: Plan): readonly Finding[] {
  const context = readContext(plan)
  return rules.flatMap(rule => rule(context))
}
