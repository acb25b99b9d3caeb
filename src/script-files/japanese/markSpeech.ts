import { counted } from '@/lib/counted'
import {
  extensionMeaning,
  isBareTransition,
  isMarkerLine,
  parseHeading,
  type ScriptProblem,
  splitSpeaker,
} from '@/screenplay'

const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u
/** Names in letters with capitals are known by those. */
const UNCASED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
/** What stands in brackets of either width behind a name. */
const BRACKET = '(?:（[^（）]{1,20}）|\\([^()]{1,20}\\))'
/** A name of a few letters, a mark behind it with dots or set off (`太郎 V.O.`), and up to two brackets. */
const NAME = `([\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々・A-ZＡ-Ｚ\\d０-９]{1,12}(?:[ \u3000]?[A-ZＡ-Ｚ][A-ZＡ-Ｚ.．]{0,4})?)[ \u3000]?(${BRACKET}{0,2})`
const NAME_LINE = new RegExp(`^${NAME}$`, 'u')
/** `ジョン「おい」`: who and what in one line. */
const SPEECH_LINE = new RegExp(`^${NAME}\\s*([「『].*)$`, 'u')
const DIRECTION = /^(?:（[^（）]*）|\([^()]*\))$/
const CLOSED = /[」』][。.]?$/
/** `彼は「…」`: a sentence that goes on to what is quoted. */
const PARTICLE = /[はがもにをとでへの]$/
/** Lines that a speech in brackets is broken over, at most. */
const MOST_LINES = 12

interface Speech {
  /** Who, without a mark behind it: 太郎 of `太郎Ｍ`. */
  name: string
  /** The name as it stands there. */
  typed: string
  /** With what is in them. */
  brackets: readonly string[]
  /** In the line of the name, from its bracket on; empty where it stands below. */
  said: string
  /** The index of the last line. */
  to: number
  /** Nothing but a known name tells that it is speech. */
  isBare: boolean
}

/**
 * Marks the speech of Japanese scripts, which have no capitals to know a cue by: a name over `（小声で）` or over
 * `「…」`, and `ジョン「おい」` where that stands beside another or comes again, or where a mark says how it is heard
 * (`太郎Ｍ「…」`, `花子(声)「…」`, `Ｎ「…」`). A name that is known by one of these, or
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
      if (speech && (speech.name !== speech.typed || !PARTICLE.test(speech.name)))
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

function writeSpeech(out: string[], { typed, brackets, said }: Speech, below: readonly string[]): void {
  out.push(`@${typed}${brackets.filter(isExtension).join('')}`)
  out.push(...brackets.filter((bracket) => !isExtension(bracket)))
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
  const [, typed = '', behind = '', said = ''] = SPEECH_LINE.exec(trimmed(lines, at)) ?? []
  const name = personOf(typed)
  if (name === '' || !(isName(name) || isNarrator(name))) return null
  const brackets = bracketsOf(behind)
  for (let to = at; to < Math.min(lines.length, at + MOST_LINES); to += 1) {
    const line = trimmed(lines, to)
    if (line === '' || (to > at && SPEECH_LINE.test(line))) return null
    if (CLOSED.test(line)) return { name, typed, brackets, said, to, isBare: false }
    // Closed within: `看板「禁止」が立つ。`
    if (/[」』]/.test(line)) return null
  }
  return null
}

function speechBelow(lines: readonly string[], at: number): Speech | null {
  const line = trimmed(lines, at)
  const [, typed = '', behind = ''] = NAME_LINE.exec(line) ?? []
  const name = personOf(typed)
  if (name === '' || trimmed(lines, at - 1) !== '' || !isName(name)) return null
  // `小明（画外音）` is a cue by its extension, and needs no mark.
  const brackets = bracketsOf(behind)
  if (brackets.some(isExtension)) return null
  if (parseHeading(line).interiorExterior !== 'OTHER') return null
  let to = at
  while (trimmed(lines, to + 1) !== '') to += 1
  if (to === at) return null
  const first = trimmed(lines, at + 1)
  const isDirected = DIRECTION.test(first) && to > at + 1
  const isQuoted = /^[「『]/.test(first) && CLOSED.test(trimmed(lines, to))
  return { name, typed, brackets, said: '', to, isBare: !isDirected && !isQuoted }
}

/** Names of which something else than their place tells that they speak. */
function knownNames(lines: readonly string[], speeches: ReadonlyMap<number, Speech>): Set<string> {
  const known = new Set<string>()
  for (const line of lines) {
    const name = /^\s*@([^（(「\s]{1,12})/u.exec(line)?.[1]
    if (name) known.add(personOf(name))
  }
  const seen = new Set<string>()
  for (const { name, typed, brackets, said, to, isBare } of speeches.values()) {
    if (isBare) continue
    // Nothing but a voice has a mark of how it is heard before its words.
    const isMarked =
      isNarrator(name) ||
      (name !== typed && (name.endsWith('の') || !PARTICLE.test(name))) ||
      brackets.some(isExtension)
    if (said === '' || isMarked) known.add(name)
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

/** `Ｎ「…」`, `ナレーション「…」`: heard, and nobody in the picture. */
const isNarrator = (name: string) => extensionMeaning(name) === 'voice-over'

const isExtension = (bracket: string) => extensionMeaning(bracket.slice(1, -1)) !== null

const bracketsOf = (behind: string): string[] => behind.match(/[（(][^（）()]*[）)]/g) ?? []

/** @returns an empty name where letters that are no mark stand apart from it. */
function personOf(typed: string): string {
  const { name, extensions } = splitSpeaker(typed)
  return extensions.length === 0 && /[ \u3000.．]/.test(name) ? '' : name
}

const trimmed = (lines: readonly string[], index: number) => (lines[index] ?? '').trim()
