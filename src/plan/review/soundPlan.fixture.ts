/** A plan without a finding: three phases of streams that run side by side, a gate after each, commands that fit. */
export function soundPlan(seed: number): string {
  const things = ['Orchard', 'Harbour', 'Lantern', 'Meadow', 'Quarry', 'Saddle', 'Timber', 'Violin', 'Walnut']
  const turned = things.map((_, at) => things[(at + seed) % things.length] ?? 'Orchard')
  const streams = turned.map((name, at) => streamText(name, at, turned))
  const phases = [0, 1, 2].map(
    at =>
      `## Phase ${at + 1}: Part ${at + 1} (Parallel - Day ${at + 1})\n\n${streams.slice(at * 3, at * 3 + 3).join('\n')}`,
  )
  const gates = [1, 2, 3].map(
    at => `### Integration ${at}: Look ${at} (After Phase ${at})\n- [ ] ${turned[at * 3 - 1]} is seen to work\n`,
  )
  const commands = [1, 2, 3].map(at => `# Phase ${at}: Part ${at}\nclaude --parallel "one" "two" "three"\n`)
  return `# Implementation Plan: Number ${seed}\n\n${phases.join('\n')}\n## Sequential Integration Points\n\n${gates.join('\n')}\n## Execution Commands\n\`\`\`bash\n${commands.join('\n')}\`\`\`\n`
}

function streamText(name: string, at: number, names: readonly string[]): string {
  const waits = at < 3 ? 'None' : names[at - 3]
  const tasks = ['Critical', 'Medium', 'Low'].map(
    (priority, of) => `- [ ] T${at}${of} Paint ${name.toLowerCase()} piece ${of} (Priority: ${priority})\n`,
  )
  const letter = 'ABCDEFGHI'[at]
  return `### Stream ${letter}: ${name}\n**Estimated Time:** ${at + 2}-${at + 5} hours\n**Dependencies:** ${waits}\n**Tasks:**\n${tasks.join('')}`
}
