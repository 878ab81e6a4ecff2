import { type DecodedFile, decodeFile } from '#plan/file.ts'
import { decodeLink } from '#plan/share/link.ts'
import { cleanPayload } from '#plan/share/linkAddress.ts'
import { utf8 } from '#plan/share/utf8.ts'

/** The plan of a link, as its file would be read: with its byte order mark and line ends. */
export async function readLink(payload: string): Promise<DecodedFile> {
  const decoded = await decodeLink(cleanPayload(payload))
  return decoded.ok ? decodeFile(utf8.encode(decoded.text)) : decoded
}
