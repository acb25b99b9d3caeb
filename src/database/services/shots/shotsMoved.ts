/**
 * The shots that a person put elsewhere, of all those that have another place after it: whoever slid over to make room
 * was not decided on.
 *
 * @param before ids in the order there was
 * @param after the same ids in the order wanted
 * @param named the one that was moved, where it is known. Two neighbours that change places tell nobody which of them it was.
 * @returns `named` alone where its move explains all, else the fewest whose moves do
 */
export function shotsMoved(before: string[], after: string[], named?: string): Set<string> {
  if (named !== undefined && isSame(without(before, named), without(after, named))) return new Set([named])
  const stayed = new Set(longestInOrder(after, before))
  return new Set(after.filter((id) => !stayed.has(id)))
}

const without = (ids: string[], left: string): string[] => ids.filter((id) => id !== left)

const isSame = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])

/** The most of `ids` that stand in the order of `before`: the longest increasing subsequence of their places there. */
function longestInOrder(ids: string[], before: string[]): string[] {
  const places = new Map(before.map((id, index) => [id, index]))
  const placeOf = (id: string) => places.get(id) ?? -1
  // The last of the best sequence of each length, and for each id the one before it in its own.
  const ends: string[] = []
  const previous = new Map<string, string | undefined>()
  for (const id of ids) {
    const at = ends.findIndex((end) => placeOf(end) >= placeOf(id))
    const length = at < 0 ? ends.length : at
    previous.set(id, ends[length - 1])
    ends[length] = id
  }
  const sequence: string[] = []
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) sequence.unshift(id)
  return sequence
}
