/** Three strands that cross; the same drawing as `public/favicon.svg`. Decoration beside the name. */
export function BraidMark() {
  return (
    <svg
      width="36"
      height="36"
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {strands.map(({ hue, path }) => (
        <g key={hue}>
          <path stroke="var(--ground)" strokeWidth="6" d={path} />
          <path stroke={`light-dark(oklch(0.6 0.12 ${hue}), oklch(0.72 0.12 ${hue}))`} d={path} />
        </g>
      ))}
    </svg>
  )
}

/** Three sines a third of a turn apart, in the hues of the first three strands of any plan. */
const strands = [
  {
    hue: 160,
    path: 'M26.0 3C26.0 5.2 24.0 7.3 21.0 9.5C18.0 11.7 14.0 13.8 11.0 16.0C8.0 18.2 6.0 20.3 6.0 22.5C6.0 24.7 8.0 26.8 11.0 29.0',
  },
  {
    hue: 297.5,
    path: 'M11.0 3C8.0 5.2 6.0 7.3 6.0 9.5C6.0 11.7 8.0 13.8 11.0 16.0C14.0 18.2 18.0 20.3 21.0 22.5C24.0 24.7 26.0 26.8 26.0 29.0',
  },
  {
    hue: 75,
    path: 'M11.0 3C14.0 5.2 18.0 7.3 21.0 9.5C24.0 11.7 26.0 13.8 26.0 16.0C26.0 18.2 24.0 20.3 21.0 22.5C18.0 24.7 14.0 26.8 11.0 29.0',
  },
]
