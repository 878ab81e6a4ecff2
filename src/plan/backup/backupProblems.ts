import type { Problem } from '#plan/plan.ts'

const untouched = 'Nothing was restored, and your own plans are untouched.'

/** Why a whole file is refused. */
export const backupProblems = {
  notZip: problem(
    'backup-not-zip',
    `This file is no zip file, or its end is missing. ${untouched} Download or copy the backup again.`,
  ),
  damaged: problem(
    'backup-damaged',
    `The table of contents of this zip file is damaged, so it cannot be read safely. ${untouched} Download or copy the backup again.`,
  ),
  overlapping: problem(
    'backup-overlapping',
    `Files in this zip overlap each other, as in files made to fill a disk. ${untouched} Do not open it with other programs.`,
  ),
  split: problem(
    'backup-split',
    `This zip file is one part of several. ${untouched} Put the parts together into one zip file first.`,
  ),
  zip64: problem(
    'backup-zip64',
    `This zip file is of a kind for very large files (zip64), which Braid does not read. ${untouched} Unpack it and drop the Markdown files here.`,
  ),
  tooMany: problem(
    'backup-too-many',
    `This zip file holds more than 5,000 files. ${untouched} Unpack it and drop the plans you want here.`,
  ),
  tooLarge: problem(
    'backup-too-large',
    `This zip file is too large, or would be once unpacked (more than 256 MB). ${untouched} Unpack it and drop the plans you want here.`,
  ),
  empty: problem('backup-empty', `There are no Markdown files in this zip file. ${untouched}`),
} satisfies Record<string, Problem>

function problem(code: string, message: string): Problem {
  return { code, message, span: null }
}
