import { counted } from '@/lib/counted'
import {
  extensionMeaning,
  isBareTransition,
  isMarkerLine,
  parseHeading,
  type ScriptProblem,
} from '@/screenplay'

const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u
/** Names in letters with capitals are known by those. */
const UNCASED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
/** A name of a few letters, with what stands in brackets behind it. */
const NAME = '([\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々・A-ZＡ-Ｚ\\d０-９]{1,12})(（[^（）]{1,20}）)?'
const NAME_LINE = new RegExp(`^${NAME}$`, 'u')
/** `ジョン「おい」`: who and what in one line. */
const SPEECH_LINE = new RegExp(`^${NAME}\\s*([「『].*)$`, 'u')
const DIRECTION = /^（[^（）]*）$/
const CLOSED = /[」』][。.]?$/
/** `彼は「…」`: a sentence that goes on to what is quoted. */
const PARTICLE = /[はがもにをとでへの]$/
/** Lines that a speech in brackets is broken over, at most. */
const MOST_LINES = 12

interface Speech {
  name: string
  bracket: string | null
  /** In the line of the name, from its bracket on; empty where it stands below. */
  said: string
  /** The index of the last line. */
  to: number
  /** Nothing but a known name tells that it is speech. */
  isBare: boolean
}

/**
 * Marks the speech of Japanese scripts, which have no capitals to know a cue by: a name over `（小声で）` or over
 * `「…」`, and `ジョン「おい」` where that stands beside another or comes again. A name that is known by one of these, or
 * by an `@`, is one over any words. Where a name stands once and nothing says that it is one, the line is left
 * as it is, with a warning.
 *
 * @returns Fountain in which each such name has its `@`, and warnings with lines of it; any other text as it is.
 */
export function markSpeech(text: string): { text: string; warnings: ScriptProblem[] } {
  if (!KANA.test(text)) return { text, warnings: [] }
  const lines = text.split(/\r\n|\r|\n/)
  const speeches = findSpeeches(lines)
  const known = knownNames(lines, speeches)
  const out: string[] = []
  const warnings: ScriptProblem[] = []
  let marked = 0
  for (let index = 0; index < lines.length; index += 1) {
    const speech = speeches.get(index)
    if (!speech || !known.has(speech.name)) {
      if (speech && !PARTICLE.test(speech.name))
        warnings.push({ line: out.length + 1, message: doubt(speech) })
      out.push(lines[index] as string)
      continue
    }
    if ((out.at(-1) ?? '').trim() !== '') out.push('')
    marked += 1
    if (marked === 1) warnings.push({ line: out.length + 1, message: '' })
    writeSpeech(out, speech, lines.slice(index + 1, speech.to + 1))
    index = speech.to
    if ((lines[index + 1] ?? '').trim() !== '') out.push('')
  }
  if (marked === 0) return { text, warnings }
  const first = warnings.find(({ message }) => message === '') as ScriptProblem
  first.message = `${counted(marked, 'speech', 'speeches')} of a Japanese script had no mark; an @ was put before each name, here first.`
  return { text: out.join('\n'), warnings }
}

const doubt = ({ name, isBare }: Speech) =>
  `“${name}” stands ${isBare ? 'over a line' : 'before words in brackets'} as a name does, and nowhere else, so it was read as action. Put an @ before it${isBare ? '' : ', and its words below,'} if somebody of that name speaks.`

function writeSpeech(out: string[], { name, bracket, said }: Speech, below: readonly string[]): void {
  const isExtension = bracket !== null && extensionMeaning(bracket.slice(1, -1)) !== null
  out.push(`@${name}${isExtension ? bracket : ''}`)
  if (bracket !== null && !isExtension) out.push(bracket)
  if (said !== '') out.push(said)
  for (const line of below) out.push(line.trim())
}

/** What may be speech, by the index of its first line. */
function findSpeeches(lines: readonly string[]): Map<number, Speech> {
  const found = new Map<number, Speech>()
  let isMarked = false
  for (let index = 0; index < lines.length; index += 1) {
    const line = trimmed(lines, index)
    if (line === '') isMarked = false
    // Speech that has its mark is left alone.
    else if (line.startsWith('@')) isMarked = true
    if (line === '' || isMarked) continue
    const speech = speechInLine(lines, index) ?? speechBelow(lines, index)
    if (!speech) continue
    found.set(index, speech)
    index = speech.to
  }
  return found
}

function speechInLine(lines: readonly string[], at: number): Speech | null {
  const [, name = '', bracket = null, said = ''] = SPEECH_LINE.exec(trimmed(lines, at)) ?? []
  if (name === '' || !isName(name)) return null
  for (let to = at; to < Math.min(lines.length, at + MOST_LINES); to += 1) {
    const line = trimmed(lines, to)
    if (line === '' || (to > at && SPEECH_LINE.test(line))) return null
    if (CLOSED.test(line)) return { name, bracket, said, to, isBare: false }
    // Closed within: `看板「禁止」が立つ。`
    if (/[」』]/.test(line)) return null
  }
  return null
}

function speechBelow(lines: readonly string[], at: number): Speech | null {
  const line = trimmed(lines, at)
  const [, name = '', bracket = null] = NAME_LINE.exec(line) ?? []
  if (name === '' || trimmed(lines, at - 1) !== '' || !isName(name)) return null
  // `小明（画外音）` is a cue by its extension, and needs no mark.
  if (bracket !== null && extensionMeaning(bracket.slice(1, -1)) !== null) return null
  if (parseHeading(line).interiorExterior !== 'OTHER') return null
  let to = at
  while (trimmed(lines, to + 1) !== '') to += 1
  if (to === at) return null
  const first = trimmed(lines, at + 1)
  const isDirected = DIRECTION.test(first) && to > at + 1
  const isQuoted = /^[「『]/.test(first) && CLOSED.test(trimmed(lines, to))
  return { name, bracket, said: '', to, isBare: !isDirected && !isQuoted }
}

/** Names of which something else than their place tells that they speak. */
function knownNames(lines: readonly string[], speeches: ReadonlyMap<number, Speech>): Set<string> {
  const known = new Set<string>()
  for (const line of lines) {
    const name = /^\s*@([^（(「\s]{1,12})/u.exec(line)?.[1]
    if (name) known.add(name)
  }
  const seen = new Set<string>()
  for (const { name, said, to, isBare } of speeches.values()) {
    if (isBare) continue
    if (said === '') known.add(name)
    if (PARTICLE.test(name)) continue
    if (seen.has(name)) known.add(name)
    seen.add(name)
    // Beside the speech of somebody else.
    const next = speeches.get(to + 1) ?? speeches.get(to + 2)
    const isBeside = next !== undefined && next.said !== '' && next.name !== name && said !== ''
    if (isBeside && !PARTICLE.test(next.name)) known.add(name).add(next.name)
  }
  return known
}

const isName = (name: string) => UNCASED.test(name) && !isMarkerLine(name) && !isBareTransition(name)

const trimmed = (lines: readonly string[], index: number) => (lines[index] ?? '').trim()
