/** What a shot or a suggestion is known by: what of the page it covers. */
export interface Covers {
  lineIds: readonly string[]
  action: readonly string[]
  /** The sentences that it shows of them, where that can be told. */
  words?: readonly string[]
}

/** A line is said once, a paragraph may be shown by many shots: the line tells more of which one it is. */
const LINE_WEIGHT = 3
/** Of several shots of one paragraph, the sentence tells which is which, also where others of the paragraph changed. */
const WORDS_WEIGHT = 1 / 64

function weight(a: Covers, b: Covers): number {
  const [lines, action, words] = [new Set(a.lineIds), new Set(a.action), new Set(a.words)]
  const shared = b.lineIds.filter((id) => lines.has(id)).length
  const said = (b.words ?? []).filter((sentence) => words.has(sentence)).length
  return shared * LINE_WEIGHT + b.action.filter((text) => action.has(text)).length + said * WORDS_WEIGHT
}

/**
 * Which of the shots that stand is which of those that are suggested anew: pairs that cover the same of the page, in
 * order on both sides, of the greatest common weight. Takes time and room of the product of both lengths.
 *
 * @returns for each suggestion the index of its shot, or -1
 */
export function alignShots(standing: readonly Covers[], suggested: readonly Covers[]): number[] {
  const width = suggested.length + 1
  const weights = standing.map((shot) => suggested.map((suggestion) => weight(shot, suggestion)))
  const best = new Float64Array((standing.length + 1) * width)
  for (let i = standing.length - 1; i >= 0; i -= 1)
    for (let j = suggested.length - 1; j >= 0; j -= 1) {
      const own = weights[i]?.[j] ?? 0
      const paired = own > 0 ? own + (best[(i + 1) * width + j + 1] as number) : 0
      best[i * width + j] = Math.max(
        paired,
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
      )
    }
  const pairs = suggested.map(() => -1)
  let [i, j] = [0, 0]
  while (i < standing.length && j < suggested.length) {
    const here = best[i * width + j] as number
    const own = weights[i]?.[j] ?? 0
    if (own > 0 && here === own + (best[(i + 1) * width + j + 1] as number)) {
      pairs[j] = i
      i += 1
      j += 1
    } else if (here === best[(i + 1) * width + j]) i += 1
    else j += 1
  }
  return pairs
}

/**
 * Completes pairs by place: between two that are paired, the shots that may be given something else take the
 * suggestions that have none yet, one by one.
 *
 * @param isFree whether a shot without a pair may take any suggestion
 * @param isWanted whether a suggestion without a pair wants a shot
 */
export function pairByPlace(
  pairs: readonly number[],
  standingCount: number,
  isFree: (index: number) => boolean,
  isWanted: (index: number) => boolean,
): number[] {
  const result = [...pairs]
  let from = 0
  for (let j = 0; j < result.length; j += 1) {
    const own = result[j] as number
    if (own >= 0) {
      from = own + 1
      continue
    }
    if (!isWanted(j)) continue
    const end = result.slice(j + 1).find((index) => index >= 0) ?? standingCount
    while (from < end && !isFree(from)) from += 1
    if (from >= end) continue
    result[j] = from
    from += 1
  }
  return result
}
