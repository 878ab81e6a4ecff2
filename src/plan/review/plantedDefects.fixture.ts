import type { FindingCode } from './finding.ts'

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

type Plant = (text: string, seed: number) => string

/** For each kind a change of a sound plan that puts exactly one such defect in. */
export const plants: Readonly<Record<FindingCode, Plant>> = {
  'same-phase-dependency': (text, seed) => addWait(text, 3 + (seed % 2), letterAt(5)),
  'dependency-cycle': (text, seed) => addWait(text, seed % 3, letterAt(seed % 3)),
  'later-phase-dependency': (text, seed) => addWait(text, seed % 3, letterAt(6 + ((seed + 1) % 3))),
  'guessed-dependency': (text, seed) =>
    addWait(text.replace(`T${seed % 3}0 Paint`, `T${seed % 3}0 Create glass beacon for`), 6, 'Glass Beacon'),
  'external-dependency': (text, seed) => addWait(text, seed % 9, 'Zanzibar licence'),
  'missing-estimate': (text, seed) => estimate(text, seed % 9, ''),
  'inverted-estimate': (text, seed) => estimate(text, seed % 9, '**Estimated Time:** 9-4 hours\n'),
  'gate-checks-later-work': (text, seed) =>
    text.replace('(After Phase 1)\n', `(After Phase 1)\n- [ ] ${nameAt(text, 3 + (seed % 6))} answers\n`),
  'phase-only-in-commands': text => text.replace(/```\n$/, '\n# Phase 4: Ending\nclaude "end"\n```\n'),
  'commands-differ': (text, seed) => text.replace(`Part ${(seed % 3) + 1}\nclaude --parallel "one"`, '$& "more"'),
  'empty-stream': text => text.replace('## Phase 2', '### Stream Z: Zebra\n**Dependencies:** None\n\n## Phase 2'),
  'double-letter': (text, seed) =>
    text.replace(/### Stream [ABC]: /g, (found, at: number) =>
      at === nthStream(text, (seed % 2) + 1) ? '### Stream A: ' : found,
    ),
  'double-key': (text, seed) => text.replace(`T${(seed % 8) + 1}1 Paint`, 'T00 Paint'),
  'unfilled-placeholder': (text, seed) => text.replace(`T${seed % 9}1 Paint`, '$& [Some Thing]'),
  'priority-inflation': text =>
    text.replace(/Medium/g, 'High').replace(/Priority: Low(?=[\s\S]*?Stream E)/g, 'Priority: High'),
  'two-jobs': (text, seed) =>
    text.replace(new RegExp(`T${seed % 9}1 .*? \\(`), `T${seed % 9}1 Create the big table and deploy the page (`),
  'shared-file': (text, seed) =>
    text
      .replace(`T${(seed % 3) * 3}1 Paint`, '$& src/app.ts')
      .replace(`T${(seed % 3) * 3 + 1}1 Paint`, '$& src/app.ts'),
  'unused-stream': text =>
    text
      .replace(/### Integration [23][\s\S]*?(?=### Integration|## Execution)/g, '')
      .replace(/(Stream G: [\s\S]*?Dependencies:\*\* )\w+/, '$1None'),
  bottleneck: text => [4, 5, 6, 7].reduce((changed, at) => addWait(changed, at, 'A'), text),
}

function letterAt(at: number): string {
  return 'ABCDEFGHI'[at] ?? 'A'
}

function nthStream(text: string, at: number): number {
  return text.indexOf(`### Stream ${letterAt(at)}: `)
}

function nameAt(text: string, at: number): string {
  return new RegExp(`### Stream ${letterAt(at)}: (\\w+)`).exec(text)?.[1] ?? ''
}

function addWait(text: string, at: number, words: string): string {
  const from = text.indexOf('**Dependencies:** ', nthStream(text, at)) + '**Dependencies:** '.length
  const to = text.indexOf('\n', from)
  const old = text.slice(from, to)
  return text.slice(0, from) + (old === 'None' ? words : `${old}, ${words}`) + text.slice(to)
}

function estimate(text: string, at: number, line: string): string {
  const from = text.indexOf('**Estimated Time:**', nthStream(text, at))
  return text.slice(0, from) + line + text.slice(text.indexOf('\n', from) + 1)
}
