/** Characters `[start, end)` of a text. */
export interface Span {
  start: number
  end: number
}

const LETTER = /[\p{L}\p{N}]/u

/**
 * Finds a stretch of one text again in another that has the same letters and digits in the same order, whatever
 * marks, spaces and escapes stand between them: a run of a Final Draft paragraph in the Fountain written from it,
 * and back.
 */
export class SpanFinder {
  private readonly fromLetters: number[]
  private readonly toLetters: number[]

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {
    this.fromLetters = letterOffsets(from)
    this.toLetters = letterOffsets(to)
  }

  find({ start, end }: Span): Span {
    const first = countBelow(this.fromLetters, start)
    const behind = countBelow(this.fromLetters, end)
    /** Between the letters on either side: in here it stands. */
    const low = first === 0 ? 0 : (this.toLetters[first - 1] ?? this.to.length) + 1
    const high = this.toLetters[behind] ?? this.to.length
    const text = this.from.slice(start, end)
    const exact = text === '' ? -1 : this.to.slice(low, high).indexOf(text)
    if (exact !== -1) return { start: low + exact, end: low + exact + text.length }
    const last = this.toLetters[behind - 1]
    const begin = this.toLetters[first]
    if (behind > first && begin !== undefined && last !== undefined)
      return { start: begin, end: last + characterLength(this.to, last) }
    return { start: Math.min(low, this.to.length), end: Math.max(low, Math.min(high, this.to.length)) }
  }
}

function letterOffsets(text: string): number[] {
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))
        offsets.push(at)
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    if (LETTER.test(character)) offsets.push(at)
    at += character.length - 1
  }
  return offsets
}

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** How many of the ascending offsets are below a limit. */
function countBelow(offsets: readonly number[], limit: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
