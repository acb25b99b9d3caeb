import { MULTI_BYTE, SINGLE_BYTE, type SingleByteEncoding } from './encodings'

export interface EncodingGuess {
  /** For `TextDecoder`. */
  encoding: string
  label: string
}

/** Bytes of lines with something beyond ASCII in them that are looked at: some ten pages of it. */
const SAMPLE_BYTES = 64 * 1024
/** Of 1: the mean over all letters beyond ASCII that a reading must reach. */
const PLAUSIBLE = 0.5
/** How far the best reading must be ahead of every other, over the characters that the two read differently. */
const AHEAD = 0.15

/**
 * Reads bytes in an encoding. Node before 24 reads windows-1252 as Latin-1, whose places 80 to 9F are controls:
 * what should stand there is put in.
 */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] as string)
}

/** The places 80 to 9F; five of them are empty. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

interface Reading extends EncodingGuess {
  text: string
  /** One for each character beyond ASCII: 1 where it stands well, below 0 where it cannot stand. */
  scores: number[]
  mean: number
  /** How much likelier than others the encoding is by itself. */
  bias: number
  isSingleByte: boolean
}

/**
 * Guesses what a text that is no UTF-8 is encoded in, by reading it each way and looking at what stands where:
 * letters of one language, capitals where capitals are, quotation marks around words.
 *
 * @returns null where no reading is plausible, or two different ones are, or where it is UTF-8 that was damaged.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess | null {
  const sample = linesBeyondAscii(bytes)
  if (sample.length === 0 || isDamagedUtf8(sample)) return null
  const isOldMac = !bytes.includes(0x0a) && bytes.includes(0x0d)
  const readings = [
    ...SINGLE_BYTE.map((each) => readSingle(sample, each)),
    ...MULTI_BYTE.flatMap((each) => readMulti(sample, each)),
  ]
  // Nearly nobody writes on such a machine any more; where the line ends are its own, somebody did.
  for (const reading of readings) if (reading.encoding.includes('mac')) reading.bias = isOldMac ? 0.1 : -0.3
  const best = readings.reduce((one, other) => (other.mean + other.bias > one.mean + one.bias ? other : one))
  if (best.mean < PLAUSIBLE) return null
  const isClear = readings.every(
    (other) => other.text === best.text || leadOver(best, other) + best.bias - other.bias >= AHEAD,
  )
  const named = readings.find(({ text }) => text === best.text)
  return isClear && named ? { encoding: named.encoding, label: named.label } : null
}

/** What is well-formed beyond ASCII is at least as much as what is not: by chance it is a tenth. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  const wellFormed = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  // A broken sequence has up to four bytes and counts once.
  return wellFormed >= (text.match(/\ufffd{1,4}/g)?.length ?? 0)
}

/** Over the characters that differ where both have one for each byte, or over all if that tells more. */
function leadOver(best: Reading, other: Reading): number {
  if (!best.isSingleByte || !other.isSingleByte) {
    return best.mean - other.mean
  }
  let lead = 0
  let count = 0
  let at = 0
  for (let index = 0; index < best.text.length; index += 1) {
    if (best.text.charCodeAt(index) < 0x80) continue
    if (best.text[index] !== other.text[index]) {
      lead += (best.scores[at] as number) - (other.scores[at] as number)
      count += 1
    }
    at += 1
  }
  return count === 0 ? Number.POSITIVE_INFINITY : Math.max(lead / count, best.mean - other.mean)
}

function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES)
  let length = 0
  let start = 0
  let isWanted = false
  for (let index = 0; index <= bytes.length && length < SAMPLE_BYTES; index += 1) {
    const byte = bytes[index]
    if (byte !== undefined && byte >= 0x80) isWanted = true
    if (byte !== undefined && byte !== 0x0a && byte !== 0x0d) continue
    if (isWanted) {
      const line = bytes.subarray(start, Math.min(index + 1, start + SAMPLE_BYTES - length))
      sample.set(line, length)
      length += line.length
    }
    start = index + 1
    isWanted = false
  }
  return sample.subarray(0, length)
}

function readSingle(sample: Uint8Array, encoding: SingleByteEncoding): Reading {
  const text = decodeAs(encoding.encoding, sample)
  const all = new Set(encoding.languages.join('') + encoding.languages.join('').toUpperCase())
  const common = encoding.common ? new Set(encoding.common + encoding.common.toUpperCase()) : null
  const language = bestLanguage(text, encoding.languages)
  const scores: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) >= 0x80) scores.push(scoreOf(text, index, { language, all, common }))
  }
  const bias = common && scores.length >= 20 && isOfOneCase(text) ? -0.3 : 0
  return {
    encoding: encoding.encoding,
    label: encoding.label,
    text,
    scores,
    mean: meanOf(scores),
    bias,
    isSingleByte: true,
  }
}

/** Twenty letters of an alphabet that has capitals, and all or none of them are: it is another alphabet. */
function isOfOneCase(text: string): boolean {
  const letters = text.replace(/[\0-\x7f]/g, '')
  const lower = letters.toLowerCase()
  return lower !== letters.toUpperCase() && (letters === lower || letters === letters.toUpperCase())
}

function readMulti(sample: Uint8Array, encoding: (typeof MULTI_BYTE)[number]): Reading[] {
  let text: string
  try {
    // The sample may end in the middle of a character; `stream` holds that back.
    text = new TextDecoder(encoding.encoding, { fatal: true }).decode(sample, { stream: true })
  } catch {
    return []
  }
  const scores: number[] = []
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) continue
    const isLetter = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      character,
    )
    // Half of any text is made of the common ones, so twice their share is about 1.
    scores.push(encoding.common.test(character) ? 2 : isLetter || /\p{P}/u.test(character) ? 0 : -1)
  }
  const { encoding: name, label } = encoding
  return scores.length === 0
    ? []
    : [
        {
          encoding: name,
          label,
          text,
          scores,
          mean: Math.min(1, meanOf(scores)),
          bias: 0,
          isSingleByte: false,
        },
      ]
}

const meanOf = (scores: readonly number[]) =>
  scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)

/** The letters, in both cases, of the language that explains the most of a text. */
function bestLanguage(text: string, languages: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const character of text) {
    if (character >= '\x80') counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  let best = new Set<string>()
  let most = -1
  for (const letters of languages) {
    const both = new Set(letters + letters.toUpperCase())
    let explained = 0
    for (const [character, count] of counts) if (both.has(character)) explained += count
    if (explained > most) {
      most = explained
      best = both
    }
  }
  return best
}

const LETTER = /\p{L}/u
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const LATIN = /\p{Script=Latin}/u
const SPACE_OR_END = /[\s"'(/-]|^$/
/** `don’t`, `we’ll`, `l’amour`, `O’Neill`: before or behind an apostrophe. */
const AFTER_APOSTROPHE = /^(?:t|s|d|m|ll|re|ve|em|am|all|cause)(?!\p{L})/iu
const BEFORE_APOSTROPHE = /(?<!\p{L})(?:[cdjlmnstoy]|qu|un|(?:de|ne|a|da|su|que)ll|gl)$/iu

interface Letters {
  /** Of the language that explains the text best, in both cases. */
  language: Set<string>
  /** Of all languages that are written in the encoding. */
  all: Set<string>
  common: Set<string> | null
}

function scoreOf(text: string, index: number, { language, all, common }: Letters): number {
  const character = text[index] as string
  const before = text[index - 1] ?? ''
  const after = text[index + 1] ?? ''
  // A control of C1, a replacement or a private character: nobody typed that.
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(character)) return -3
  if (
    LETTER.test(character) &&
    character !== 'ª' &&
    character !== 'º' &&
    character !== 'ƒ' &&
    character !== 'ˆ'
  ) {
    const isInWord = LETTER.test(before) || LETTER.test(after)
    const isLatin = LATIN.test(character)
    for (const neighbour of [before, after]) {
      if (LETTER.test(neighbour) && LATIN.test(neighbour) !== isLatin) return -1.5
    }
    if (isLatin && !isInWord && !/[àáèéêòóöøåæyaoe]/i.test(character)) return -0.5
    if (isOutOfCase(text, index)) return -1
    // Forms that only stand at the end of a word.
    if (/[ךםןףץς]/.test(character) && LETTER.test(after)) return -1
    if (/[כמנצσ]/.test(character) && LETTER.test(before) && !LETTER.test(after)) return -0.5
    if (common && language.has(character)) return common.has(character) ? 1 : 0.4
    return language.has(character) ? 1 : all.has(character) ? 0.2 : -0.5
  }
  switch (character) {
    case '’':
      if (AFTER_APOSTROPHE.test(text.slice(index + 1, index + 8)) && LETTER.test(before)) return 1.3
      if (BEFORE_APOSTROPHE.test(text.slice(Math.max(0, index - 6), index)) && LETTER.test(after)) return 1.3
      return LETTER.test(before) ? (LETTER.test(after) ? 0.2 : 0.8) : /[.,!?…]/.test(before) ? 0.8 : -0.3
    case '“':
    case '„':
    case '«':
    case '‘':
    case '¿':
    case '¡':
      if (SPACE_OR_END.test(before)) return SPACE_OR_END.test(after) ? 0.3 : 1
      // In German the same mark closes.
      return character === '“' && !LETTER.test(after) ? 0.5 : -0.7
    case '”':
    case '»':
      return !LETTER.test(after) && !/^\s*$/.test(before) ? 1 : after === ' ' ? 0.3 : -0.7
    case '–':
    case '—':
      return SPACE_OR_END.test(before) === SPACE_OR_END.test(after) ? 0.8 : 0.5
    case '…':
      return LETTER.test(after) && LETTER.test(before) ? 0.3 : 0.8
    case '\u00a0':
      return 0.5
    case '·':
    case '•':
    case '©':
    case '®':
    case '°':
    case '£':
    case '€':
    case '½':
    case '№':
    case 'º':
    case 'ª':
      return LETTER.test(before) && LETTER.test(after) ? -1 : 0.4
    default:
      return /\p{M}/u.test(character) ? 0.3 : -0.8
  }
}

/** `cafÉ`, `CAFé`, `žQué`: a capital within small letters or the other way round. */
function isOutOfCase(text: string, index: number): boolean {
  const character = text[index] as string
  const [second = '', before = ''] = [text[index - 2], text[index - 1]]
  const after = text[index + 1] ?? ''
  if (UPPER.test(character)) return LOWER.test(before) && !/^(?:Mc|Ma)$/.test(second + before)
  if (!LOWER.test(character) || character === 'ß' || character === 'ı') return false
  return UPPER.test(after) || (UPPER.test(before) && UPPER.test(second))
}
