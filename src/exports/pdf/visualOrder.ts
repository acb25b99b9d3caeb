import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
/** Letters that are written from right to left, and the marks on them. */
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\p{M}]/u

interface Token<Run> {
  text: string
  run: Run
  level: number
  isLetters: boolean
}

/**
 * The parts of a line from left to right, as they are seen. The font engine shapes right-to-left words and turns them
 * round, so these are given in reading order; what stands between them (spaces, full stops, brackets) is not turned
 * nor mirrored by it, and is here.
 *
 * @param runs the line in reading order, whatever they hold besides (a style)
 * @param direction of the text that it is a line of; else the line's first letter says
 * @see https://www.unicode.org/reports/tr9/ rules L2 and L4
 */
export function visualOrder<Run extends { text: string }>(
  runs: readonly Run[],
  direction?: 'ltr' | 'rtl',
): { tokens: Pick<Token<Run>, 'text' | 'run'>[]; isRtl: boolean } {
  const line = runs.map(({ text }) => text).join('')
  if (direction !== 'rtl' && !RTL.test(line))
    return { tokens: runs.map((run) => ({ text: run.text, run })), isRtl: false }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(line, direction ?? 'auto')
  const tokens: Token<Run>[] = []
  let at = 0
  for (const run of runs) {
    for (const character of run.text) {
      const level = levels[at] ?? 0
      const isLetters = level % 2 === 1 && RTL_LETTER.test(character)
      const last = tokens.at(-1)
      at += character.length
      if (last?.run === run && last.level === level && last.isLetters === isLetters) last.text += character
      else tokens.push({ text: character, run, level, isLetters })
    }
  }
  for (const token of tokens) {
    if (token.level % 2 === 0 || token.isLetters) continue
    token.text = [...token.text]
      .reverse()
      .map((character) => bidi.getMirroredCharacter(character) ?? character)
      .join('')
  }
  turnRound(tokens)
  return { tokens, isRtl: (paragraphs[0]?.level ?? 0) % 2 === 1 }
}

/** From the highest level to the lowest odd one, what stands at it or above it is turned round. */
function turnRound<Run>(tokens: Token<Run>[]): void {
  for (let level = Math.max(...tokens.map((token) => token.level)); level > 0; level -= 1) {
    for (let from = 0; from < tokens.length; from += 1) {
      if ((tokens[from] as Token<Run>).level < level) continue
      let to = from
      while (to < tokens.length && (tokens[to] as Token<Run>).level >= level) to += 1
      tokens.splice(from, to - from, ...tokens.slice(from, to).reverse())
      from = to
    }
  }
}
