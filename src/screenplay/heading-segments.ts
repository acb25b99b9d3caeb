import { fold } from './fold'
import { languageTables } from './language-tables'
import { isAbsolute, readTime, type TimeContext } from './time-of-day'

/** A part of a heading, with its place in the text; brackets around it count with the place. */
export interface Segment {
  text: string
  start: number
  end: number
}

/**
 * Dashes and tildes with a space on either side, however long; long dashes without one too; brackets with what
 * is in them. The minus and the horizontal bar come from keyboards and word processors.
 */
const BREAK =
  /\(([^()]*)\)|\[([^[\]]*)\]|（([^（）]*)）|【([^【】]*)】|\s+[-‐‒–—―−~]+\s*|[-‐‒–—―−~]+(?:\s+|$)|[–—―−]+/g
/** Marks that part a time from a place only where it really is a time. */
const WEAK = /\s*[,;，、]\s*|\s*\/\s*|[.。．:：]\s+|[。．：]|\s*[・·‧•･]\s*/g
/** Words whose dot does not end anything. */
const ABBREVIATION =
  /(?:^|\s)(?:DR|ST|STE|MT|MR|MRS|MS|FT|NO|SR|JR|PROF|CAPT|SGT|LT|GEN|COL|REV|AVE|RD|BLVD|STR|NR|C|M|MME|UL|УЛ|Г)$/

/** Cuts what stands behind a heading's prefix into the parts that may be place, time or modifier. */
export function cutSegments(
  rest: string,
  times: TimeContext,
  isModifier: (text: string) => boolean,
): Segment[] {
  const parts: Segment[] = []
  let from = 0
  for (const found of rest.matchAll(BREAK)) {
    if (found.index > from)
      parts.push(...cutWeak(rest, from, found.index, parts.length > 0, times, isModifier))
    const inside = found[1] ?? found[2] ?? found[3] ?? found[4]
    from = found.index + found[0].length
    if (inside?.trim()) parts.push({ text: inside.trim(), start: found.index, end: from })
  }
  if (from < rest.length) parts.push(...cutWeak(rest, from, rest.length, parts.length > 0, times, isModifier))
  return parts.filter(({ text }) => text.trim() !== '')
}

/** Cuts times and modifiers off the end of a part, and off its beginning where the place came before. */
function cutWeak(
  rest: string,
  start: number,
  end: number,
  hasPlace: boolean,
  times: TimeContext,
  isModifier: (text: string) => boolean,
): Segment[] {
  const text = rest.slice(start, end)
  const whole: Segment = { text, start, end }
  if (readTime(text, times) || isModifier(text)) return [whole]
  const pieces: Segment[] = []
  let from = 0
  for (const found of text.matchAll(WEAK)) {
    const before = text.slice(from, found.index)
    if (found[0].startsWith('.') && ABBREVIATION.test(fold(before))) continue
    if (before.trim()) pieces.push({ text: before, start: start + from, end: start + found.index })
    from = found.index + found[0].length
  }
  if (text.slice(from).trim()) pieces.push({ text: text.slice(from), start: start + from, end })
  if (pieces.length > 1) {
    const isBeside = (piece: Segment | undefined) =>
      piece !== undefined && (readTime(piece.text, times) !== null || isModifier(piece.text))
    // `- DAY / DRIVING`: once there is a place, what follows a time is not another.
    if (hasPlace && readTime(pieces[0]?.text ?? '', times)) return pieces
    let to = pieces.length
    while (to > 1 && isBeside(pieces[to - 1])) to -= 1
    const isEarly = to === pieces.length && readTime(pieces[0]?.text ?? '', times) !== null
    if (isEarly)
      return [
        pieces[0] as Segment,
        { text: rest.slice(pieces[1]?.start, end), start: pieces[1]?.start ?? start, end },
      ]
    if (to < pieces.length) {
      const placeEnd = pieces[to - 1]?.end ?? end
      return [{ text: rest.slice(start, placeEnd), start, end: placeEnd }, ...pieces.slice(to)]
    }
  }
  return cutHyphen(whole, times)
}

/** `BEACH-DAY`, `病院-日`: but not `D-DAY` and `ALL-NIGHT`, so the word before is long and stands beside no time. */
function cutHyphen(whole: Segment, times: TimeContext): Segment[] {
  const hyphen = whole.text.lastIndexOf('-')
  if (hyphen <= 0) return [whole]
  const before = whole.text.slice(0, hyphen)
  const after = whole.text.slice(hyphen + 1)
  const time = readTime(after, times)
  if (!time || !isAbsolute(time)) return [whole]
  const word = /[\p{L}\p{M}\p{N}']+$/u.exec(before)?.[0] ?? ''
  const isCaseless = !/[\p{Lu}\p{Ll}]/u.test(after)
  const isPlace =
    isCaseless ||
    (word.length >= 4 &&
      !languageTables().besideTime.has(fold(word)) &&
      !/^(?:GOOD|OVER|HALF|EVERY|BIRTH)$/.test(fold(word)))
  if (!isPlace) return [whole]
  return [
    { text: before, start: whole.start, end: whole.start + hyphen },
    { text: after, start: whole.start + hyphen + 1, end: whole.end },
  ]
}
