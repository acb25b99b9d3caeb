import { isShouted, parseHeading } from '@/screenplay'

export interface Line {
  /** Trimmed. */
  text: string
  /** Columns of space before it; a tab goes to the next eighth. */
  indent: number
  /** 1-based line of the file. */
  number: number
}

/** Where the parts of a page stand, in characters from the left. */
export interface Columns {
  action: number
  dialogue: number
  cue: number
  /** Of how many cues that was found. */
  cues: number
  /** Lines of speech that go on with the one above. */
  wrapped: number
}

export function toLines(text: string): Line[] {
  return text.split('\n').map((raw, index) => {
    let indent = 0
    let at = 0
    for (; at < raw.length; at += 1) {
      const character = raw[at] as string
      if (character === '\t') indent += 8 - (indent % 8)
      else if (character.trim() === '') indent += 1
      else break
    }
    return { text: raw.slice(at).trimEnd(), indent, number: index + 1 }
  })
}

/** In capitals but for what stands in parentheses: `MARA (cont'd)`. */
export function isCueText(text: string): boolean {
  if (text.length > 60 || /[:.!?]$/.test(text)) return false
  const name = text.replace(/\s*\([^()]*\)\s*/g, ' ').trim()
  return name !== '' && isShouted(name) && !isHeadingText(text)
}

export function isHeadingText(text: string): boolean {
  if (text.length > 200) return false
  const bare = withoutNumbers(text).text
  return bare === bare.toUpperCase() && parseHeading(bare).interiorExterior !== 'OTHER'
}

/** Takes the scene number off, which stands at one margin or at both: `12A INT. HALL - DAY 12A`. */
export function withoutNumbers(text: string): { text: string; number: string | null } {
  const [, left, rest] = /^([A-Z]?\d{1,4}[A-Z]{0,2})[.)]?\s+(\S.*)$/.exec(text) ?? []
  if (!left || !rest) return { text, number: null }
  const [, inner, right] = /^(.*\S)\s{2,}([A-Z]?\d{1,4}[A-Z]{0,2})\.?$/.exec(rest) ?? []
  if (inner && right === left) return { text: inner, number: left }
  return rest.endsWith(` ${left}`)
    ? { text: rest.slice(0, -left.length).trim(), number: left }
    : { text: rest, number: left }
}

/**
 * Finds the columns of a typed page: names stand further in than what they say, and that further in than action.
 *
 * @returns null where there are none: fewer than three cues, or speech that does not keep to a column.
 */
export function findColumns(lines: readonly Line[]): Columns | null {
  const cues: number[] = []
  const speech: number[] = []
  const rest: number[] = []
  let wrapped = 0
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.text === '') continue
    const next = lines[index + 1]
    const isCue =
      (lines[index - 1]?.text ?? '') === '' &&
      next !== undefined &&
      next.text !== '' &&
      line.indent >= next.indent + (next.text.startsWith('(') ? 1 : 3) &&
      isCueText(line.text)
    if (!isCue) {
      if (isHeadingText(line.text)) rest.push(line.indent)
      continue
    }
    cues.push(line.indent)
    let spoken = 0
    for (index += 1; (lines[index]?.text ?? '') !== ''; index += 1) {
      const { text, indent } = lines[index] as Line
      if (text.startsWith('(')) continue
      speech.push(indent)
      spoken += 1
    }
    wrapped += Math.max(0, spoken - 1)
  }
  const cue = commonest(cues)
  const dialogue = commonest(speech)
  const action = commonest(rest)
  if (cues.length < 3 || cue === null || dialogue === null || action === null) return null
  const isSteady = near(cues, cue, 4) >= 0.7 && near(speech, dialogue, 4) >= 0.7
  return isSteady && cue >= dialogue + 3 && dialogue >= action + 4
    ? { action, dialogue, cue, cues: cues.length, wrapped }
    : null
}

function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  let best: number | null = null
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (best === null || count > (counts.get(best) ?? 0)) best = value
  }
  return best
}

const near = (values: readonly number[], to: number, by: number) =>
  values.filter((value) => Math.abs(value - to) <= by).length / Math.max(1, values.length)
