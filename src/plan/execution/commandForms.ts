import type { Brief, Wave } from './briefs.ts'
import { doubleQuoted, plainLine, singleQuoted, slugOf } from './shellWords.ts'

/** A way to write the briefs down so that somebody or something can start on them. */
export interface CommandForm {
  readonly id: 'template' | 'worktrees' | 'shell' | 'briefs'
  readonly label: string
  /** What to know before using it. */
  readonly note: string
  /** When the note was last held against the tool's public documentation, as an ISO date; `null` where no tool is named. */
  readonly checked: string | null
  readonly language: 'bash' | 'markdown'
  render(waves: readonly Wave[]): string
}

/**
 * How the commands of a plan can be written. The tools behind them change: whoever edits a form looks up the
 * documentation and sets the date.
 */
export const commandForms: readonly CommandForm[] = [
  {
    id: 'template',
    label: 'Template',
    note: 'The option --parallel is not in the public documentation of the tool. These lines are kept as the templates write them.',
    checked: '2026-11-23',
    language: 'bash',
    render: waves => script(waves.map(wave => [comment(wave), templateCommand(wave.briefs)])),
  },
  {
    id: 'worktrees',
    label: 'Git worktrees',
    note: 'Every stream gets a branch and a folder of its own beside the repository, so that nobody overwrites anybody. Run it in the repository; merge the branches of a wave before the next.',
    checked: '2026-11-23',
    language: 'bash',
    render: waves => {
      const nameOf = uniqueSlugs(waves)
      return script(
        waves.map(wave => [comment(wave), ...wave.briefs.map(brief => worktree(brief, nameOf(brief))), 'wait']),
      )
    },
  },
  {
    id: 'shell',
    label: 'Plain shell',
    note: 'All streams of a wave work in one folder at the same time. Good for work on different files.',
    checked: '2026-11-23',
    language: 'bash',
    render: waves => {
      const nameOf = uniqueSlugs(waves)
      return script(
        waves.map(wave => [comment(wave), ...wave.briefs.map(brief => inBackground(brief, nameOf(brief))), 'wait']),
      )
    },
  },
  {
    id: 'briefs',
    label: 'Briefs',
    note: 'A list for people, or for any agent: paste one brief into each session.',
    checked: null,
    language: 'markdown',
    render: waves =>
      waves.map(wave => [`## ${plainLine(wave.title)}`, ...wave.briefs.map(brief)].join('\n\n')).join('\n\n'),
  },
]

/** `claude --parallel \` and a line for each prompt, or for one prompt a line without the option. */
export function templateCommand(briefs: readonly Pick<Brief, 'prompt'>[]): string {
  const prompts = briefs.map(({ prompt }) => doubleQuoted(prompt))
  if (prompts.length === 1) return `claude ${prompts[0]}`
  return ['claude --parallel', ...prompts.map(prompt => `  ${prompt}`)].join(' \\\n')
}

function worktree(brief: Brief, name: string): string {
  return `git worktree add ../${name} -b ${name} && (cd ../${name} && claude -p ${asked(brief)}) &`
}

function inBackground(brief: Brief, name: string): string {
  return `claude -p ${asked(brief)} > ${name}.log 2>&1 &`
}

/** A prompt that begins with a dash would be read as an option. */
function asked({ prompt, title, tasks }: Brief): string {
  const goal = prompt === title ? title : `${title}: ${prompt}`
  const words = tasks.length === 0 ? goal : `${goal}. Tasks: ${tasks.join('; ')}`
  return singleQuoted(words.replace(/^[\s-]+/, ''))
}

function brief({ title, prompt, tasks }: Brief): string {
  const words = prompt === title ? [] : [plainLine(prompt)]
  const items = tasks.length === 0 ? [] : [tasks.map(task => `- [ ] ${plainLine(task)}`).join('\n')]
  return [`### ${plainLine(title)}`, ...words, ...items].join('\n\n')
}

function comment(wave: Wave): string {
  return `# ${plainLine(wave.title)}`
}

function script(waves: readonly (readonly string[])[]): string {
  const text = waves.map(wave => wave.join('\n')).join('\n\n')
  // A checker takes a dollar sign, a backtick or a backslash inside single quotes for a slip. Here they are just words.
  return /'[^'\n]*[$`\\]/.test(text) ? `# shellcheck disable=SC1003,SC2016\n${text}` : text
}

/** A branch is made once: streams of one name are numbered. */
function uniqueSlugs(waves: readonly Wave[]): (brief: Brief) => string {
  const names = new Map<Brief, string>()
  const taken = new Set<string>()
  for (const brief of waves.flatMap(wave => wave.briefs)) {
    const slug = slugOf(brief.title)
    let name = slug
    for (let number = 2; taken.has(name); number++) name = `${slug}-${number}`
    taken.add(name)
    names.set(brief, name)
  }
  return brief => names.get(brief) ?? slugOf(brief.title)
}
