import { decodeFile, type Envelope } from '#plan/file.ts'
import type { Problem } from '#plan/plan.ts'
import { settingsFromWord, type ViewSettings } from '#plan/settings/viewSettings.ts'
import { decodeLink } from '#plan/share/link.ts'
import { cleanPayload } from '#plan/share/linkAddress.ts'
import { utf8 } from '#plan/share/utf8.ts'

type ReadLink =
  | {
      readonly ok: true
      readonly text: string
      readonly envelope: Envelope
      /** `null`: the link does not say how to look at it. */
      readonly settings: ViewSettings | null
    }
  | { readonly ok: false; readonly problem: Problem }

/** The plan of a link, as its file would be read: with its byte order mark and line ends. */
export async function readLink(payload: string, settings: string | null): Promise<ReadLink> {
  const decoded = await decodeLink(cleanPayload(payload))
  if (!decoded.ok) return decoded
  const file = decodeFile(utf8.encode(decoded.text))
  return file.ok ? { ...file, settings: settings === null ? null : settingsFromWord(settings) } : file
}
