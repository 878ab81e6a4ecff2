import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { briefPlan, type Wave } from './briefs.ts'
import { commandForms } from './commandForms.ts'
import { slugOf } from './shellWords.ts'

const shellForms = commandForms.filter(form => form.language === 'bash')

function render(id: string, waves: readonly Wave[]): string {
  return commandForms.find(form => form.id === id)?.render(waves) ?? ''
}

/** Runs shell text with `claude` and `git` that only say what they were given, one JSON-free line for each argument. */
function argumentsOf(script: string): readonly string[] {
  const stubs = 'claude() { printf "%s\\0" "$@"; }; git() { :; }; cd() { :; }\n'
  const body = script.replaceAll(/ > [a-z0-9-]+\.log 2>&1 &$/gm, '').replaceAll(/ &$/gm, '')
  const { stdout, stderr, status } = spawnSync('bash', ['-c', stubs + body], { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\0').slice(0, -1)
}

function expectShell(script: string): void {
  const { stderr, status } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  // Where shellcheck is installed it has a say, too: CI machines of the project may or may not have it.
  const check = spawnSync('shellcheck', ['-s', 'bash', '-'], { input: script, encoding: 'utf8' })
  if (!check.error) expect(check.stdout).toBe('')
}

function waveOf(...names: readonly string[]): Wave {
  const briefs = names.map((name, stream) => ({ stream: stream as never, title: name, prompt: name, tasks: [name] }))
  return { title: names.join(' '), briefs }
}

const hostileNames = [
  `'; rm -rf ~ #`,
  '$(touch /tmp/owned)',
  '`touch owned`',
  '"; exit 1; "',
  '\\',
  `\\'`,
  `it's "quoted" \\"twice\\"`,
  'line\nbreak; exit 3',
  'null\0byte',
  '\u202egnp.exe',
  '-rf',
  '--help',
  '!history !!',
  '*',
  '~',
  '$HOME $' + '{PATH} $1',
  '&& exit 4 & | > file < file',
  'EOF\n```\nexit 5',
  '\r\nexit 6\r\n',
  'ümläut 名前 🚀',
  '#',
  '',
]

describe.each(templates.map(template => [template.id, parsePlan(renderTemplate(template))] as const))(
  '%s',
  (_, plan) => {
    const waves = briefPlan(plan)

    test('gives commands that a shell can read, in every form', () => {
      for (const form of shellForms) expectShell(form.render(waves))
    })

    test('has one brief for every stream, in the order of the plan within a wave', () => {
      const streams = plan.phases.flatMap(phase => phase.streams.map(stream => stream.id))
      const briefed = waves.flatMap(wave => wave.briefs.map(brief => brief.stream))
      expect(briefed.toSorted((a, b) => a - b)).toEqual(streams.toSorted((a, b) => a - b))
      for (const { briefs } of waves) {
        const places = briefs.map(brief => streams.indexOf(brief.stream))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    })
  },
)

test('the words of the author are kept where the commands of a phase match its streams', () => {
  const web = templates.find(({ id }) => id === 'web-application')
  const waves = briefPlan(parsePlan(web ? renderTemplate(web) : ''))
  expect(render('template', waves)).toBe(`# Phase 1: Contract & Environment Setup (Day 1-2)
claude --parallel \\
  "create OpenAPI spec and API mocking service" \\
  "setup docker-compose with all services" \\
  "scaffold frontend and backend projects"

# Phase 2: Parallel Implementation (Day 2-5)
claude --parallel \\
  "implement backend REST APIs matching OpenAPI spec" \\
  "build frontend UI components with mock API integration" \\
  "create comprehensive E2E test suite"`)
})

test('a stream that waits for another of its phase is in a later wave', () => {
  const plan = parsePlan(
    '# P\n\n## Phase 1: All (Parallel - Day 1)\n\n### Stream A: One\n- [ ] a\n\n### Stream B: Two\n**Dependencies:** Stream A\n- [ ] b\n- [x] done\n\n### Stream C: Three\n- [ ] c\n',
  )
  const waves = briefPlan(plan)
  expect(waves.map(wave => [wave.title, wave.briefs.map(brief => brief.title)])).toEqual([
    ['Phase 1: All (Day 1), wave 1 of 2', ['Stream A: One', 'Stream C: Three']],
    ['Phase 1: All (Day 1), wave 2 of 2', ['Stream B: Two']],
  ])
  expect(waves[1]?.briefs[0]?.tasks).toEqual(['b'])
})

test('hostile names stay words: nothing but the prompts reaches the tool', { timeout: 60_000 }, () => {
  const wave = waveOf(...hostileNames)
  for (const form of shellForms) expectShell(form.render([wave]))
  const line = (name: string) => name.replace(/[\p{Cc}\u202e]+/gu, ' ').trim()
  expect(argumentsOf(render('template', [wave]))).toEqual(['--parallel', ...hostileNames.map(line)])
  for (const form of ['worktrees', 'shell']) {
    const given = argumentsOf(render(form, [wave]))
    expect(given.filter((_, at) => at % 2 === 0).every(argument => argument === '-p')).toBe(true)
    expect(given).toHaveLength(2 * hostileNames.length)
    for (const prompt of given.filter((_, at) => at % 2 === 1)) expect(prompt).not.toMatch(/^-/)
  }
})

test('any names at all stay words', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 12 }), names => {
      expect(argumentsOf(render('template', [waveOf(...names)]))).toHaveLength(names.length + 1)
      expect(argumentsOf(render('shell', [waveOf(...names)]))).toHaveLength(names.length * 2)
    }),
    { numRuns: 60 },
  )
})

test('streams of one name get branches of their own, and a name without letters gets one, too', () => {
  const script = render('worktrees', [waveOf('Same', 'Same', '日本')])
  expect(script).toContain('-b same ')
  expect(script).toContain('-b same-2 ')
  expect(script).toContain('-b stream ')
  expect(slugOf('--Ünïcode & more!--')).toBe('u-ni-code-more')
})
