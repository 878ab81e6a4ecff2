/** What kind of block a record of `Blocks` is. Numbers, because ten thousand of them are read on every keystroke. */
export const BlockKind = {
  heading: 1,
  /** A list item: its own record; the blocks inside it follow with `parent` pointing at it. */
  item: 2,
  paragraph: 3,
  fence: 4,
  indentedCode: 5,
  html: 6,
  quote: 7,
  table: 8,
  thematicBreak: 9,
  frontMatter: 10,
  /** One or more link reference definitions. */
  definition: 11,
} as const
export type BlockKind = (typeof BlockKind)[keyof typeof BlockKind]

/**
 * The block structure of a text, in document order, as parallel arrays (index = block). Offsets are UTF-16 code units.
 * Only the first `count` entries of each array count.
 */
export interface Blocks {
  readonly count: number
  readonly kind: Uint8Array
  /** The innermost item or quote that holds the block; -1 at the top. */
  readonly parent: Int32Array
  /** Start of the line the block begins on. */
  readonly line: Int32Array
  /** First character of the block itself: the `#`, the list marker, the first letter of a paragraph, the fence. */
  readonly from: Int32Array
  /** End of the block's last line, without its line break; for an item the end of its last non-blank line. */
  readonly to: Int32Array
  /**
   * Where the block's own content starts. Heading: first character of its text. Item: first character after marker and
   * spaces (the line's end when empty), before a checkbox. Fence: start of the line after the opening fence.
   */
  readonly content: Int32Array
  /** Where the content ends. Heading: end of its text (without closing #s). Fence: start of the closing fence's line, or `to`. */
  readonly contentTo: Int32Array
  /** Heading: 1 to 6. Paragraph: 1 when it has more than one line. Item: char code of its marker: `-` `*` `+` for bullets, `.` or `)` for numbers. Fence: '`' or '~'. */
  readonly detail: Int32Array
  /** Item with a checkbox: offset of the `[`; else -1. A box is `[`, at most one character, `]`. */
  readonly box: Int32Array
}
