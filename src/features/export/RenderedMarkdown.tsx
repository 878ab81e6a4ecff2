import { memo } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Icon } from '#ui/Icon.tsx'
import styles from './PreviewTab.module.css'

export interface RenderedMarkdownProps {
  readonly text: string
  readonly definitions: string
  /** Makes the ids of footnotes differ from those of other pieces. */
  readonly name: string
}

export const RenderedMarkdown = memo(function RenderedMarkdown({ text, definitions, name }: RenderedMarkdownProps) {
  return (
    <Markdown remarkPlugins={plugins} remarkRehypeOptions={{ clobberPrefix: `part-${name}-` }} components={components}>
      {definitions === '' ? text : `${definitions}\n\n${text}`}
    </Markdown>
  )
})

const plugins = [remarkGfm]

/** The dialog has the first two levels of heading; nothing is loaded from elsewhere; links leave this page alone. */
const components: Components = {
  h1: ({ children }) => <h3 className={styles.h1}>{children}</h3>,
  h2: ({ children }) => <h4 className={styles.h2}>{children}</h4>,
  h3: ({ children }) => <h5 className={styles.h3}>{children}</h5>,
  h4: ({ children }) => <h6 className={styles.h3}>{children}</h6>,
  h5: ({ children }) => <h6 className={styles.h3}>{children}</h6>,
  h6: ({ children }) => <h6 className={styles.h3}>{children}</h6>,
  a: ({ href = '', children }) =>
    /^(https?|mailto):/i.test(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      <span title={href}>{children}</span>
    ),
  img: ({ src, alt }) => (
    <span className={styles.image}>
      Image{alt ? ` “${alt}”` : ''}: {src || 'no address'}
    </span>
  ),
  input: ({ checked }) => (
    <span
      className={styles.box}
      data-checked={checked || undefined}
      role="img"
      aria-label={checked ? 'Done:' : 'Open:'}
    >
      {checked && <Icon name="check" size={12} />}
    </span>
  ),
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must take focus to be scrolled with keys
    <pre className={styles.code} tabIndex={0}>
      {children}
    </pre>
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must take focus, too
    <section className={styles.table} tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  ),
}
