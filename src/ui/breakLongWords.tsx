import { Fragment, type ReactNode } from 'react'

/** Longer than any word or address. */
const longest = 200

/**
 * The same text with places to break within what has no blank for long: a browser sets such a run as one, again for
 * every line, and takes half a minute for 100 KB of `*_`. Copying gives the text itself.
 */
export function breakLongWords(text: string): ReactNode {
  if (text.length <= longest || !/\S{200}/.test(text)) return text
  const pieces = text.match(/\S{1,100}|\s+/g) ?? []
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    <Fragment key={index}>
      {piece}
      <wbr />
    </Fragment>
  ))
}
