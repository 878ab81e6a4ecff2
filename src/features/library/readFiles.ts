import { decodeFile } from '#plan/file.ts'
import type { PlanSource } from './planSource.ts'

/** Bytes. Above this a plan opens, but editing it may be slow, so the person is asked first. */
export const largeFile = 5 * 1024 * 1024

export interface ReadFiles {
  readonly sources: readonly PlanSource[]
  /** For a person: which file was not opened, why, and what is safe. */
  readonly refusals: readonly string[]
}

/** Reads each file whole, or says why not: nothing is opened half-read. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const sources: PlanSource[] = []
  const refusals: string[] = []
  for (const file of files) {
    const bytes = await readBytes(file)
    const decoded = bytes && decodeFile(bytes)
    if (!decoded) {
      refusals.push(`“${file.name}” could not be read. It is unchanged. If it is a folder, open the files in it.`)
    } else if (!decoded.ok) {
      refusals.push(`“${file.name}”: ${decoded.problem.message}`)
    } else {
      sources.push({ text: decoded.text, envelope: decoded.envelope, fallbackName: nameWithoutEnding(file.name) })
    }
  }
  return { sources, refusals }
}

async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

function nameWithoutEnding(name: string): string {
  return name.replace(/\.(md|markdown|mdown|mkd|txt)$/i, '') || name
}
