/** Pairs of lines that are compared one by one where no line in between stands alone in its text. */
const MAX_PAIRS = 250_000

/**
 * Finds the lines of one text again in another that was edited from it, in order: what begins and ends alike, then
 * between lines that occur once in both (patience difference), and between those again.
 *
 * @returns for each line of `before` (from 0) its index in `after`, or -1.
 */
export function matchLines(before: readonly string[], after: readonly string[]): Int32Array {
  const found = new Int32Array(before.length).fill(-1)
  const todo: Array<[number, number, number, number]> = [[0, before.length, 0, after.length]]
  for (let each = todo.pop(); each; each = todo.pop()) {
    let [from, to, start, end] = each
    while (from < to && start < end && before[from] === after[start]) found[from++] = start++
    while (from < to && start < end && before[to - 1] === after[end - 1]) found[--to] = --end
    if (from === to || start === end) continue
    const anchors = anchorsOf(before, after, from, to, start, end)
    if (anchors.length === 0) {
      if ((to - from) * (end - start) <= MAX_PAIRS) matchAll(before, after, found, [from, to, start, end])
      continue
    }
    for (const [one, other] of [...anchors, [to, end] as const]) {
      todo.push([from, one, start, other])
      if (one < to) found[one] = other
      from = one + 1
      start = other + 1
    }
  }
  return found
}

/** Lines that occur once on either side, the most of them that stand in the same order. */
function anchorsOf(
  before: readonly string[],
  after: readonly string[],
  from: number,
  to: number,
  start: number,
  end: number,
): Array<readonly [number, number]> {
  const once = (lines: readonly string[], low: number, high: number) => {
    const at = new Map<string, number>()
    for (let index = low; index < high; index += 1) {
      const line = lines[index] as string
      at.set(line, at.has(line) ? -1 : index)
    }
    return at
  }
  const others = once(after, start, end)
  const pairs: Array<{ one: number; other: number; previous: number }> = []
  for (const [line, one] of once(before, from, to)) {
    const other = others.get(line) ?? -1
    if (one >= 0 && other >= 0) pairs.push({ one, other, previous: -1 })
  }
  // The longest ascending row, by the last pair of the best row of each length.
  const ends: number[] = []
  pairs.forEach((pair, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number] as { other: number }).other < pair.other) low = middle + 1
      else high = middle
    }
    pair.previous = ends[low - 1] ?? -1
    ends[low] = index
  })
  const row: Array<readonly [number, number]> = []
  for (let index = ends.at(-1) ?? -1; index !== -1; ) {
    const { one, other, previous } = pairs[index] as (typeof pairs)[number]
    row.push([one, other])
    index = previous
  }
  return row.reverse()
}

/** The longest common row of a small stretch. */
function matchAll(
  before: readonly string[],
  after: readonly string[],
  found: Int32Array,
  [from, to, start, end]: readonly [number, number, number, number],
): void {
  const width = end - start + 1
  const longest = new Uint32Array((to - from + 1) * width)
  const cell = (one: number, other: number) => (one - from) * width + (other - start)
  for (let one = to - 1; one >= from; one -= 1)
    for (let other = end - 1; other >= start; other -= 1)
      longest[cell(one, other)] =
        before[one] === after[other]
          ? (longest[cell(one + 1, other + 1)] as number) + 1
          : Math.max(longest[cell(one + 1, other)] as number, longest[cell(one, other + 1)] as number)
  for (let one = from, other = start; one < to && other < end; ) {
    if (before[one] === after[other]) found[one++] = other++
    else if ((longest[cell(one + 1, other)] as number) >= (longest[cell(one, other + 1)] as number)) one += 1
    else other += 1
  }
}
