import type { Problem } from '#plan/plan.ts'

const nothingOpened = 'Nothing was opened, and your own plans are untouched.'

export const linkProblems = {
  cut: problem(
    'link-cut',
    `This link is cut off before its end, so the plan in it cannot be read. ${nothingOpened} Copy the whole link again, or ask the sender for the plan as a file.`,
  ),
  broken: problem(
    'link-broken',
    `This link was changed on its way, so the plan in it cannot be read. ${nothingOpened} Copy the link again from where it was sent, or ask the sender for the plan as a file.`,
  ),
  tooBig: problem(
    'link-too-big',
    `This link holds more than 2 MB, so Braid stopped reading it. ${nothingOpened} If you know the sender, ask for the plan as a file.`,
  ),
  newerVersion: problem(
    'link-newer-version',
    `This link comes from a newer Braid than this one, or its beginning was changed on its way. ${nothingOpened} Reload this page to get the newest Braid and open the link again, or ask the sender for the plan as a file.`,
  ),
} satisfies Record<string, Problem>

function problem(code: string, message: string): Problem {
  return { code, message, span: null }
}
