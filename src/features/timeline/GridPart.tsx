import type { ComponentProps } from 'react'

interface Part {
  readonly role: 'grid' | 'row' | 'columnheader' | 'rowheader' | 'gridcell'
}

/**
 * A part of the timetable, which is a table to those who hear it. Its rows stand free of each other, because only those in
 * sight are there, so they cannot be elements of a table.
 */
export function GridPart(props: Part & ComponentProps<'div'>) {
  return <div {...props} />
}
