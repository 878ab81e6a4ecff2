import { Fragment, type ReactNode } from 'react'

/**
 * The same text with places to break within what has no blank for long: a browser sets such a run as one, again for
 * every line, and takes half a minute for 100 KB of `*_`. Copying gives the text itself.
 */
export function breakLongWords(text: string): ReactNode {
  const parts = text.split(longRun)
  if (parts.length === 1) return text
  return parts.flatMap((part, index) => (index % 2 === 0 ? [part] : withBreaks(part, index)))
}

/** So long that it is no word and no address. */
const longRun = /(\S{200,})/

function withBreaks(run: string, key: number): readonly ReactNode[] {
  const pieces = run.match(/.{1,100}/gsu) ?? []
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    <Fragment key={`${key}-${index}`}>
      {piece}
      <wbr />
    </Fragment>
  ))
}
