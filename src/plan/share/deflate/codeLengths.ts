interface Tree {
  readonly weight: number
  readonly symbol: number
  readonly left: Tree | null
  readonly right: Tree | null
}

/**
 * The best prefix code whose longest code has `limit` bits: how many bits each symbol gets, 0 for one that is never
 * used. A single symbol gets one bit. (Package-merge: Larmore and Hirschberg 1990.)
 */
export function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(frequencies.length)
  const leaves: Tree[] = []
  for (const [symbol, weight] of frequencies.entries()) {
    if (weight > 0) leaves.push({ weight, symbol, left: null, right: null })
  }
  if (leaves.length > 2 ** limit) throw new RangeError(`${leaves.length} symbols do not fit in ${limit} bits`)
  if (leaves.length < 2) {
    for (const leaf of leaves) lengths[leaf.symbol] = 1
    return lengths
  }
  leaves.sort((one, other) => one.weight - other.weight)
  let row: readonly Tree[] = leaves
  for (let level = 1; level < limit; level++) row = merge(leaves, pairs(row))
  for (const tree of row.slice(0, 2 * leaves.length - 2)) deepen(tree, lengths)
  return lengths
}

function pairs(row: readonly Tree[]): readonly Tree[] {
  const packages: Tree[] = []
  for (let at = 1; at < row.length; at += 2) {
    const left = row[at - 1] ?? null
    const right = row[at] ?? null
    packages.push({ weight: (left?.weight ?? 0) + (right?.weight ?? 0), symbol: -1, left, right })
  }
  return packages
}

function merge(leaves: readonly Tree[], packages: readonly Tree[]): readonly Tree[] {
  return [...leaves, ...packages].sort((one, other) => one.weight - other.weight)
}

function deepen(tree: Tree | null, lengths: Uint8Array): void {
  if (!tree) return
  if (tree.symbol >= 0) lengths[tree.symbol] = (lengths[tree.symbol] ?? 0) + 1
  deepen(tree.left, lengths)
  deepen(tree.right, lengths)
}
