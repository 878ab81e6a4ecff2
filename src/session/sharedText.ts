import { encodeFile } from '#plan/file.ts'
import { utf8 } from '#plan/share/utf8.ts'
import type { SessionState } from './planSession.ts'

/** What a link of the open plan carries: its file as it is, with byte order mark and line ends. */
export function sharedText({ plan, envelope }: Pick<SessionState, 'plan' | 'envelope'>): string {
  // What `encodeFile` writes is always UTF-8.
  return utf8.decode(encodeFile(plan.text, envelope)) ?? plan.text
}
