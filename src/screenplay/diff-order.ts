/**
 * The longest run of pairs that are in the same order on both sides (longest increasing subsequence, by
 * patience sorting, n log n).
 *
 * @param newToOld for each new index the old one, -1 where there is none.
 * @returns the new indices of the run; every other pair has moved.
 */
export function inOrder(newToOld: readonly number[]): Set<number> {
  /** For each length, the new index on which the run of that length with the smallest old index ends. */
  const ends: number[] = []
  const previous = new Map<number, number>()
  newToOld.forEach((oldIndex, newIndex) => {
    if (oldIndex === -1) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((newToOld[ends[middle] as number] as number) < oldIndex) low = middle + 1
      else high = middle
    }
    const before = ends[low - 1]
    if (before !== undefined) previous.set(newIndex, before)
    ends[low] = newIndex
  })
  const run = new Set<number>()
  for (let index = ends.at(-1); index !== undefined; index = previous.get(index)) run.add(index)
  return run
}
