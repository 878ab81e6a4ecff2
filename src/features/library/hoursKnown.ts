import type { TemplateFacts } from '#plan/templates/templateFacts.ts'

/** '11-19 h in 3 of 6 streams': what is not known is said, not counted as zero. */
export function hoursKnown({ min, max, streamsKnown, streamsTotal }: TemplateFacts['hours']): string {
  if (streamsKnown === 0) return 'hours unknown'
  const hours = min === max ? `${min} h` : `${min}-${max} h`
  return streamsKnown === streamsTotal ? hours : `${hours} in ${streamsKnown} of ${streamsTotal} streams`
}
