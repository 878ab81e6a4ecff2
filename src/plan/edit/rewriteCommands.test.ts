import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, type Change, editsOf, invertChange } from '#plan/change.ts'
import { compareCommands } from '#plan/execution/compareCommands.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { reviewPlan } from '#plan/review/reviewPlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { addPhase } from './addPhase.ts'
import { addStream } from './addStream.ts'
import { idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { modelOf } from './model.ts'
import { randomEdit, tryEdit } from './randomEdit.fixture.ts'
import { randomPlanText } from './randomPlan.fixture.ts'
import { rewriteCommands } from './rewriteCommands.ts'

/** A plan of two phases: the streams of each as lines, and the commands as they stand in the fence. */
function planText(one: readonly string[], two: readonly string[], commands: string): string {
  const streams = (names: readonly string[]) => names.map(name => `### Stream ${name}\n- [ ] do it\n`).join('\n')
  return `# P\n\n## Phase 1: Base (Parallel - Day 1-2)\n\n${streams(one)}\n## Phase 2: Rest (Day 3)\n\n${streams(two)}\n## Execution Commands\n\`\`\`bash\n${commands}\`\`\`\n\n## Success Criteria\n- [ ] good\n`
}

const foundation = `# Phase 1: Parallel foundation
claude --parallel \\
  "draw the map" \\
  "build the harbour"
`
const rest = `# Phase 2: Rest
claude "sail the ships"
`

describe('updating the commands', () => {
  test('a new stream gets a line of its own; the lines of the others stay as they are', () => {
    proveEdit(
      planText(['A: Map', 'B: Harbour', 'C: Lights'], ['D: Ships'], `${foundation}\n${rest}`),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Harbour', 'C: Lights'],
        ['D: Ships'],
        `${foundation.replace('harbour"', 'harbour" \\\n  "Stream C: Lights"')}\n${rest}`,
      ),
    )
  })

  test('the prompt of a deleted stream goes, and a single one needs no option', () => {
    proveEdit(
      planText(['B: Harbour'], ['D: Ships'], `${foundation}\n${rest}`),
      rewriteCommands,
      planText(['B: Harbour'], ['D: Ships'], `# Phase 1: Parallel foundation\nclaude "build the harbour"\n\n${rest}`),
    )
  })

  test('a prompt follows its stream into another phase', () => {
    proveEdit(
      planText(['A: Map'], ['D: Ships', 'B: Harbour'], `${foundation}\n${rest}`),
      rewriteCommands,
      planText(
        ['A: Map'],
        ['D: Ships', 'B: Harbour'],
        `# Phase 1: Parallel foundation\nclaude "draw the map"\n\n# Phase 2: Rest\nclaude --parallel \\\n  "sail the ships" \\\n  "build the harbour"\n`,
      ),
    )
  })

  test('prompts stand in the order of the streams', () => {
    proveEdit(
      planText(['B: Harbour', 'A: Map'], ['D: Ships'], `${foundation}\n${rest}`),
      rewriteCommands,
      planText(
        ['B: Harbour', 'A: Map'],
        ['D: Ships'],
        `# Phase 1: Parallel foundation\nclaude --parallel \\\n  "build the harbour" \\\n  "draw the map"\n\n${rest}`,
      ),
    )
  })

  test('a prompt that gives the name of its stream gives the new one after a rename', () => {
    proveEdit(
      planText(
        ['A: Map', 'B: Pier'],
        ['D: Ships'],
        `${foundation.replace('build the harbour', 'Stream B: Harbour')}\n${rest}`,
      ),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Pier'],
        ['D: Ships'],
        `${foundation.replace('build the harbour', 'Stream B: Pier')}\n${rest}`,
      ),
    )
  })

  test('what waits for a stream of its phase comes in a later command', () => {
    const streams = ['A: Map', 'B: Harbour\n**Dependencies:** Stream A', 'C: Lights']
    proveEdit(
      planText(
        streams,
        ['D: Ships'],
        `${foundation.replace('harbour"', 'harbour" \\\n  "light the lights"')}\n${rest}`,
      ),
      rewriteCommands,
      planText(
        streams,
        ['D: Ships'],
        `# Phase 1: Parallel foundation\nclaude --parallel \\\n  "draw the map" \\\n  "light the lights"\nclaude "build the harbour"\n\n${rest}`,
      ),
    )
  })

  test('a phase without commands gets them after those of the phase before, with its name and days', () => {
    proveEdit(
      planText(['A: Map', 'B: Harbour'], ['D: Ships', 'E: Crew'], foundation),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Harbour'],
        ['D: Ships', 'E: Crew'],
        `${foundation}\n# Phase 2: Rest (Day 3)\nclaude --parallel \\\n  "Stream D: Ships" \\\n  "Stream E: Crew"\n`,
      ),
    )
    proveEdit(
      planText(['A: Map'], ['D: Ships'], rest),
      rewriteCommands,
      planText(['A: Map'], ['D: Ships'], `# Phase 1: Base (Day 1-2)\nclaude "Stream A: Map"\n\n${rest}`),
    )
  })

  test('the author’s own way to write a command stays', () => {
    proveEdit(
      planText(
        ['A: Map', 'B: Harbour'],
        ['D: Ships'],
        '  # Phase 1\n  claude --model big --parallel "draw the map"\n\n# Phase 2\nclaude "sail the ships" > log\n',
      ),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Harbour'],
        ['D: Ships'],
        '  # Phase 1\n  claude --model big --parallel \\\n    "draw the map" \\\n    "Stream B: Harbour"\n\n# Phase 2\nclaude "sail the ships" > log\n',
      ),
    )
    proveEdit(
      planText(
        ['A: Map', 'B: Harbour', 'C: Lights'],
        ['D: Ships'],
        `# Phase 1\nclaude --parallel "draw the map" "build the harbour"\n\n${rest}`,
      ),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Harbour', 'C: Lights'],
        ['D: Ships'],
        `# Phase 1\nclaude --parallel "draw the map" "build the harbour" "Stream C: Lights"\n\n${rest}`,
      ),
    )
  })

  test('commands of a phase that the plan does not have stay', () => {
    const stray = '\n# Phase 3: Deployment\nclaude "deploy"\n'
    const single = '# Phase 1: Parallel foundation\nclaude "draw the map"\n'
    proveEdit(
      planText(['A: Map'], ['D: Ships'], `${foundation}\n${rest}${stray}`),
      rewriteCommands,
      planText(['A: Map'], ['D: Ships'], `${single}\n${rest}${stray}`),
    )
  })

  test('other lines among the commands stay', () => {
    proveEdit(
      planText(
        ['A: Map', 'B: Harbour'],
        ['D: Ships'],
        `# Phase 1: Go\ngit pull\nclaude "draw the map"\necho "done"\n\n${rest}`,
      ),
      rewriteCommands,
      planText(
        ['A: Map', 'B: Harbour'],
        ['D: Ships'],
        `# Phase 1: Go\ngit pull\nclaude --parallel \\\n  "draw the map" \\\n  "Stream B: Harbour"\necho "done"\n\n${rest}`,
      ),
    )
  })

  test('a plan without the section gets it before its success criteria', () => {
    proveEdit(
      '# P\n\n## Phase 1: Base\n\n### Stream A: Map\n- [ ] a\n\n## Success Criteria\n- [ ] good\n',
      rewriteCommands,
      '# P\n\n## Phase 1: Base\n\n### Stream A: Map\n- [ ] a\n\n## Execution Commands\n```bash\n# Phase 1: Base\nclaude "Stream A: Map"\n```\n\n## Success Criteria\n- [ ] good\n',
    )
  })

  test('without success criteria it goes to the end, with the line ends of the file', () => {
    proveEdit(
      '# P\r\n\r\n## Phase 1: Base\r\n\r\n### Stream A: Map\r\n- [ ] a',
      rewriteCommands,
      '# P\r\n\r\n## Phase 1: Base\r\n\r\n### Stream A: Map\r\n- [ ] a\r\n\r\n## Execution Commands\r\n```bash\r\n# Phase 1: Base\r\nclaude "Stream A: Map"\r\n```',
    )
  })

  test('an empty section is filled', () => {
    const before = '# P\n\n## Phase 1: Base\n\n### Stream A: Map\n- [ ] a\n\n## Execution Commands\n'
    proveEdit(before, rewriteCommands, `${before}\n\`\`\`bash\n# Phase 1: Base\nclaude "Stream A: Map"\n\`\`\`\n`)
    proveEdit(
      `${before}\`\`\`sh\n\`\`\`\n`,
      rewriteCommands,
      `${before}\`\`\`sh\n# Phase 1: Base\nclaude "Stream A: Map"\n\`\`\`\n`,
    )
  })

  test('a list of tasks without phases gets commands, too', () => {
    const after = proveEdit(
      '- [ ] one\n- [ ] two\n',
      rewriteCommands,
      '- [ ] one\n- [ ] two\n\n## Execution Commands\n```bash\n# Tasks\nclaude "Tasks"\n```\n',
    )
    expect(rewriteCommands(after)).toMatchObject({ ok: false, refusal: { code: 'in-step' } })
  })

  test('a plan in step is left alone, and so are commands with a form of their own', () => {
    expect(refusalOf(planText(['A: Map', 'B: Harbour'], ['D: Ships'], `${foundation}\n${rest}`), rewriteCommands)).toBe(
      'in-step',
    )
    const loop = '# Phase 1\nfor s in map harbour; do claude -p "build $s" & done\n'
    expect(refusalOf(planText(['A: Map', 'B: Harbour'], ['D: Ships'], `${loop}\n${rest}`), rewriteCommands)).toBe(
      'own-form',
    )
    expect(refusalOf('# P\n\n## Phase 1: Empty\n', rewriteCommands)).toBe('no-streams')
  })
})

describe('the templates', () => {
  const plans = templates.map(template => [template.id, parsePlan(renderTemplate(template))] as const)

  test('are in step but for streams that wait for others of their phase', () => {
    const differences = plans.flatMap(([id, plan]) => compareCommands(plan).differences.map(words => [id, words]))
    expect(differences).toEqual([
      ['data-pipeline', 'Phase 2 starts Stream E too early: Stream D has to be done before.'],
      ['ml-application', 'Phase 2 starts Stream E too early: Stream D has to be done before.'],
      ['ml-application', 'Phase 2 starts Stream F too early: Stream E has to be done before.'],
      ['microservices', 'Phase 2 starts Stream G too early: Stream E has to be done before.'],
    ])
  })

  test.each(plans)('%s: a shell can read what an update writes, also where there were no commands', (_, plan) => {
    expectShell(scriptOf(proveUpdate(plan) ?? plan))
    const bare = parsePlan(plan.text.replace(/## Execution Commands\n[\s\S]*?\n```\n\n/, ''))
    expect(bare.execution).toEqual([])
    const written = proveUpdate(bare) ?? bare
    expectShell(scriptOf(written))
    const prompts = argumentsOf(scriptOf(written)).filter(word => word !== '--parallel')
    expect(prompts).toHaveLength(plan.phases.flatMap(phase => phase.streams).length)
    expect(written.text.indexOf('## Execution Commands')).toBe(plan.text.indexOf('## Execution Commands'))
  })

  test('a Phase 3 that only the commands knew keeps its prompt when the plan gets it', () => {
    const kept = plans.flatMap(([, plan]) => {
      const added = applied(plan, addPhase(plan, 'Deployment'))
      const phase = added.phases.at(-1)
      if (phase?.number !== '3') return []
      expect(compareCommands(added).differences).toEqual(compareCommands(plan).differences)
      const after = applied(added, addStream(added, phase.id, 'Ship it'))
      return compareCommands(after).prompts.get(idOf(after, 'stream', 'Ship it'))
    })
    expect(kept).toEqual([
      'integrate frontend and backend, run full test suite, deploy',
      'integrate mobile app with real backend, test on devices, submit to stores',
      'integrate data pipeline components, validate end-to-end flow, deploy to production',
      'deploy end-to-end ML system, validate performance, setup MLOps',
    ])
  })
})

const runs = Number(process.env.BRAID_RUNS ?? 150)

test('after any edits of a template, updating brings its commands in step and touches nothing else', {
  timeout: 3_600_000,
}, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...templates),
      fc.array(randomEdit(), { minLength: 1, maxLength: 8 }),
      (template, edits) => {
        let plan = parsePlan(renderTemplate(template))
        for (const edit of edits) {
          const tried = tryEdit(plan, edit)
          if (tried?.outcome.ok) plan = applyChange(plan, tried.outcome.change)
        }
        const after = proveUpdate(plan)
        if (after === null) return
        const review = reviewPlan(after)
        expect(review.filter(({ code }) => code === 'commands-differ')).toEqual([])
        expectShell(scriptOf(after))
      },
    ),
    { numRuns: runs },
  )
})

test('in any text an update gives commands in step, or says why not', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(randomPlanText(), text => {
      proveUpdate(parsePlan(text))
    }),
    { numRuns: runs * 3 },
  )
})

const fenceLine = fc.constantFrom(
  '# Phase 1: Base',
  '# Phase 2: Rest',
  '# Phase 3: Deployment',
  '# Notes',
  '',
  '',
  'claude "draw the map"',
  'claude --parallel \\',
  '  "build the harbour" \\',
  '  "sail the ships"',
  'claude --parallel "draw the map" "light the lights"',
  '  claude "Stream A: Map"',
  'claude "Stream D: Boats" > log',
  'claude -p \'say "go"\' &',
  'git pull',
  'claude "unclosed',
  '\\',
)

test('whatever stands in the fence, an update brings it in step or leaves it', { timeout: 3_600_000 }, () => {
  const names = ['A: Map', 'B: Harbour', 'C: Lights', 'D: Ships', 'E: Crew\n**Dependencies:** Stream D']
  fc.assert(
    fc.property(
      fc.array(fenceLine, { maxLength: 14 }),
      fc.subarray(names),
      fc.nat({ max: 5 }),
      (lines, streams, cut) => {
        const commands = lines.map(line => `${line}\n`).join('')
        const plan = parsePlan(planText(streams.slice(0, cut), streams.slice(cut), commands))
        proveUpdate(plan)
      },
    ),
    { numRuns: runs * 3 },
  )
})

const hostileNames = [
  `'; rm -rf ~ #`,
  '$(touch owned) `touch owned` $HOME',
  '"; exit 1; "',
  'ends in a backslash \\',
  `it's "quoted" \\"twice\\"`,
  '``` and more',
  '```',
  '~~~',
  '-rf',
  '&& exit 4 & | > file < file',
  'EOF $' + '{PATH} !history !!',
  '\u202egnp.exe',
  'ümläut 名前 🚀',
]

describe('names that try to be more than names', () => {
  test.each(hostileNames)('%s stays a word of its prompt', name => {
    const plan = parsePlan(planText([`A: ${name}`, 'B: Harbour'], [`C: ${name}`], `${foundation}\n${rest}`))
    const after = proveUpdate(plan)
    const script = scriptOf(after ?? plan)
    expectShell(script)
    expect(argumentsOf(script)).toHaveLength(4)
    const bare = parsePlan(planText([`A: ${name}`], [], '').replace('1: Base', `1: ${name}`))
    const added = proveUpdate(bare)
    expectShell(scriptOf(added ?? bare))
    expect(argumentsOf(scriptOf(added ?? bare))).toEqual([expect.stringMatching(/^Stream A/)])
  })

  test('a prompt of several lines in the text stays as the author wrote it', () => {
    const long = '# Phase 1\nclaude --parallel "draw\nthe map" "build the harbour"\n'
    const plan = parsePlan(planText(['A: Map', 'B: Harbour', 'C: Lights'], [], long))
    const outcome = rewriteCommands(plan)
    if (outcome.ok) expectShell(scriptOf(applyChange(plan, outcome.change)))
    else expect(outcome.refusal.code).toBe('own-form')
  })
})

/** What the commands give to the tool, `--parallel` included. */
function argumentsOf(script: string): readonly string[] {
  const { stdout } = spawnSync('bash', ['-c', `claude() { printf "%s\\0" "$@"; }\n${script}`], { encoding: 'utf8' })
  return stdout.split('\0').slice(0, -1)
}

/** `null` where the update is refused. */
function proveUpdate(plan: Plan): Plan | null {
  const outcome = rewriteCommands(plan)
  if (!outcome.ok) {
    expect(['in-step', 'no-streams', 'own-form', 'not-as-meant']).toContain(outcome.refusal.code)
    return null
  }
  const after = applyChange(plan, outcome.change)
  expectTouched(plan, outcome.change)
  expect({ ...modelOf(after), execution: [] }).toEqual({ ...modelOf(plan), execution: [] })
  expect(applyChange(after, invertChange(plan, outcome.change, after)).text).toBe(plan.text)
  const report = compareCommands(after)
  expect(report.differences).toEqual([])
  for (const { phase, groups, wanted } of report.phases) {
    const prompts = groups.flatMap(group => group.commands).flatMap(command => command.prompts)
    if (wanted.length > 0 && prompts.length !== 1) expect(prompts.map(({ raw }) => raw)).toEqual(wanted.flat())
    if (wanted.length > 0 && phase.streams.length > 1 && prompts.length === 1)
      expect(report.prompts.has(phase.streams[0]?.id as NodeId)).toBe(false)
  }
  expect(rewriteCommands(after)).toMatchObject({
    ok: false,
    refusal: { code: expect.stringMatching(/in-step|own-form/) },
  })
  return after
}

/** Nothing but commands and blank lines is taken away, and what is written goes to one place or among the commands. */
function expectTouched(plan: Plan, change: Change): void {
  const commands = plan.execution.map(step => plan.spans.get(step.id)?.whole ?? { from: 0, to: 0 })
  const edits = editsOf(change)
  for (const { from, to } of edits) {
    let gone = ''
    for (let at = from; at < to; at++)
      if (!commands.some(span => span.from <= at && at < span.to)) gone += plan.text[at]
    expect(gone.trim()).toBe('')
  }
  const first = commands[0]?.from ?? -1
  const last = commands.at(-1)?.to ?? -1
  const elsewhere = edits.filter(
    ({ from, to }) => plan.text.slice(to, first).trim() !== '' || plan.text.slice(last, from).trim() !== '',
  )
  expect(elsewhere.length).toBeLessThanOrEqual(commands.length === 0 ? 1 : 0)
}

function applied(plan: Plan, outcome: ReturnType<typeof rewriteCommands>): Plan {
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return applyChange(plan, outcome.change)
}

/** What stands in the fence. */
function scriptOf({ text }: Plan): string {
  return /^## Execution Commands\n```bash\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? ''
}

function expectShell(script: string): void {
  const { stderr, status } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  const check = spawnSync('shellcheck', ['-s', 'bash', '-'], { input: script, encoding: 'utf8' })
  if (!check.error) expect(check.stdout).toBe('')
}
