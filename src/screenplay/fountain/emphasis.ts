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

const TOKEN = /\\[*_\\~()#=[\]/!.@>]|\*+|_+/g

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
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    if (index > consumed) pieces.push(line.slice(consumed, index))
    consumed = index + token.length
    if (token[0] === '\\') {
      pieces.push(token.slice(1))
      continue
    }
    const character = token[0] as EmphasisMark['character']
    const mark: EmphasisMark = { character, left: token.length, piece: pieces.length }
    if ((line[index - 1] ?? ' ').trim() !== '') close(open[character], mark, onEmphasis)
    if (mark.left > 0 && (line[consumed] ?? ' ').trim() !== '') open[character].push(mark)
    pieces.push(mark)
  }
  pieces.push(line.slice(consumed))
  return pieces
}

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
