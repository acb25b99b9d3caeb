/** A run of emphasis marks that stands in a line. */
export interface EmphasisMark {
  character: '*' | '_'
  /** Marks not yet matched: they are text. */
  left: number
  /** Where it stands among the pieces of its line. */
  piece: number
}

/** Told of every pair of runs as it closes, with how many marks it takes from each. */
export type OnEmphasis = (opening: EmphasisMark, closing: EmphasisMark, matched: number) => void

/** What a backslash takes the meaning of. */
const ESCAPED = '*_\\~()#=[]/!.@>'
const BACKSLASH = 92
const STAR = 42
const UNDERLINE = 95

/** True for a line in which emphasis or an escape may stand: most have none. */
export const mayHaveEmphasis = (line: string): boolean => /[*_\\]/.test(line)

/**
 * Cuts a line into text, with escapes resolved, and runs of marks. One pass with a stack of open runs for each mark,
 * so it stays linear.
 *
 * Emphasis ends with the line, an opening mark has no space behind it and a closing one none before it; whatever
 * finds no partner is text: `He dialed *69 and then *23`.
 *
 * @see https://fountain.io/syntax/#emphasis
 */
export function cutEmphasis(line: string, onEmphasis?: OnEmphasis): Array<string | EmphasisMark> {
  const pieces: Array<string | EmphasisMark> = []
  const open: Record<EmphasisMark['character'], EmphasisMark[]> = { '*': [], _: [] }
  let consumed = 0
  const put = (piece: string | EmphasisMark, from: number, to: number) => {
    if (from > consumed) pieces.push(line.slice(consumed, from))
    pieces.push(piece)
    consumed = to
  }
  // By letters, not by an expression: a line may be a million marks, and is cut several times.
  for (let at = 0; at < line.length; ) {
    const code = line.charCodeAt(at)
    if (code === BACKSLASH && at + 1 < line.length && ESCAPED.includes(line[at + 1] as string)) {
      put(line[at + 1] as string, at, at + 2)
      at += 2
    } else if (code === STAR || code === UNDERLINE) {
      let end = at + 1
      while (line.charCodeAt(end) === code) end += 1
      const character = code === STAR ? '*' : '_'
      const piece = pieces.length + (at > consumed ? 1 : 0)
      const mark: EmphasisMark = { character, left: end - at, piece }
      if (!isSpace(line, at - 1)) close(open[character], mark, onEmphasis)
      if (mark.left > 0 && !isSpace(line, end)) open[character].push(mark)
      put(mark, at, end)
      at = end
    } else at += 1
  }
  pieces.push(line.slice(consumed))
  return pieces
}

/** Whether a place of a line is blank, or none. */
const isSpace = (line: string, at: number): boolean => (line[at] ?? ' ').trim() === ''

/** The marks of a run that found no partner. */
export const unmatched = ({ character, left }: EmphasisMark): string => character.repeat(left)

function close(opened: EmphasisMark[], closing: EmphasisMark, onEmphasis: OnEmphasis | undefined): void {
  for (let last = opened.at(-1); last && closing.left > 0; last = opened.at(-1)) {
    const matched = Math.min(last.left, closing.left)
    last.left -= matched
    closing.left -= matched
    onEmphasis?.(last, closing, matched)
    if (last.left === 0) opened.pop()
  }
}
