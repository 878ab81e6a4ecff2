/** An inverted index: for each word the ascending indices of what contains it. */
export type Postings = ReadonlyMap<string, readonly number[]>

export function addPosting(postings: Map<string, number[]>, word: string, index: number): void {
  const present = postings.get(word)
  if (present === undefined) postings.set(word, [index])
  else if (present.at(-1) !== index) present.push(index)
}

/** What contains all of the words. Linear in the two shortest lists, so that common words cost little. */
export function findAll(postings: Postings, words: readonly string[]): readonly number[] {
  const lists: (readonly number[])[] = []
  for (const word of words) {
    const list = postings.get(word)
    if (list === undefined) return []
    lists.push(list)
  }
  lists.sort((a, b) => a.length - b.length)
  return lists.slice(1).reduce(intersect, lists[0] ?? [])
}

function intersect(left: readonly number[], right: readonly number[]): number[] {
  const both: number[] = []
  let at = 0
  for (const value of left) {
    while ((right[at] ?? Number.POSITIVE_INFINITY) < value) at += 1
    if (right[at] === value) both.push(value)
  }
  return both
}
