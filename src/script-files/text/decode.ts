import { ScriptError, type ScriptProblem } from '@/screenplay'
import { MAX_SCRIPT_BYTES, MAX_SCRIPT_MB } from '../limits'
import { binaryKind } from './binary'
import { decodeAs, guessEncoding } from './guess-encoding'
import { foldLineEnds } from './line-ends'
import { findInvalidUtf8, lineAt } from './utf8'
import { guessUtf16, markLength, scanUtf16, type Utf16 } from './utf16'

/** Characters (code points). A whole page in one line has about 3,000. */
export const MAX_LINE_LENGTH = 100_000

export interface DecodedScript {
  text: string
  /** The text cut at its form feeds; null where it has none. */
  pages: string[] | null
  /** In what encoding the text was read, where that was a guess. */
  warnings: ScriptProblem[]
}

/** How the bytes are to be read, and what is wrong with them. */
interface Reading {
  encoding: string
  /** For people, where it is a guess. */
  guessed: string | null
  /** Of the first character that a wrong guess would show in. */
  line: number | null
  problems: ScriptProblem[]
}

/**
 * Turns the bytes of a script file into text with `\n` line endings and no byte order mark.
 *
 * Takes UTF-8, UTF-16 of either byte order, and the older encodings (windows-1252, Mac Roman, windows-1251, …)
 * where the text shows clearly which it is; what had to be guessed is said in a warning. Other line ends than LF,
 * and lines that only look empty, are folded ({@link foldLineEnds}). Everything is checked on the bytes before they
 * are turned into text, so a hostile file costs one pass and no memory.
 *
 * @param filename only for the message.
 * @throws ScriptError for an empty or blank file, one over {@link MAX_SCRIPT_BYTES}, a line over
 * {@link MAX_LINE_LENGTH}, binary content, and bytes that are valid in no encoding or in several.
 */
export function decodeScript(bytes: Uint8Array, filename?: string): DecodedScript {
  const { encoding, guessed, line, problems } = readingOf(bytes)
  if (problems.length > 0) throw new ScriptError(problems, filename)
  const decoded = decodeAs(encoding, bytes)
  const text = foldLineEnds(decoded)
  const pages = decoded.includes('\f') ? decoded.split('\f').map(foldLineEnds) : null
  if (text.trim() === '') {
    throw new ScriptError({ line: null, message: 'The file is empty: there is no text in it.' }, filename)
  }
  const message = `The file does not say how its letters are stored. It was read as ${guessed}; check the accented and special characters.`
  return { text, pages, warnings: guessed === null ? [] : [{ line, message }] }
}

function readingOf(bytes: Uint8Array): Reading {
  const refused = (...problems: ScriptProblem[]): Reading => ({
    encoding: 'utf-8',
    guessed: null,
    line: null,
    problems,
  })
  if (bytes.length === 0) return refused({ line: null, message: 'The file is empty.' })
  const utf16 = markLength(bytes) === 2 ? utf16OfMark(bytes) : guessUtf16(bytes)
  const binary = binaryKind(bytes, utf16 !== null)
  if (binary) {
    const message = `This is ${binary.kind}, not the text of a script. ${binary.instead}`.trim()
    return refused({ line: null, message })
  }
  const problems: ScriptProblem[] = []
  if (bytes.length > MAX_SCRIPT_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    problems.push({
      line: null,
      message: `The file is ${size} MB; a script may have at most ${MAX_SCRIPT_MB} MB.`,
    })
  }
  if (utf16) {
    const { problem, longest, longestLine } = scanUtf16(bytes, utf16)
    if (problem) problems.push(problem)
    else if (longest > MAX_LINE_LENGTH) problems.push(tooLong(longestLine, longest))
    const isGuess = markLength(bytes) === 0
    return { encoding: utf16, guessed: isGuess ? utf16.toUpperCase() : null, line: null, problems }
  }
  return readBytes(bytes, problems)
}

const utf16OfMark = (bytes: Uint8Array): Utf16 => (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be')

/** Reads what is stored byte by byte: UTF-8, else one of the older encodings. */
function readBytes(bytes: Uint8Array, problems: ScriptProblem[]): Reading {
  const utf8: Reading = { encoding: 'utf-8', guessed: null, line: null, problems }
  const { nullAt, longest, longestLine } = scanBytes(bytes)
  if (nullAt) {
    const message = `Byte ${nullAt.offset} is NUL: this is not a text file, or it is damaged.`
    problems.push({ line: nullAt.line, message })
    return utf8
  }
  if (longest > MAX_LINE_LENGTH) problems.push(tooLong(longestLine, longest))
  // Of a file that is too large by itself, nobody needs to know more.
  const invalid = bytes.length > MAX_SCRIPT_BYTES ? -1 : findInvalidUtf8(bytes)
  if (invalid === -1) return utf8
  const line = lineAt(bytes, invalid)
  const guess = guessEncoding(bytes)
  if (guess) return { encoding: guess.encoding, guessed: guess.label, line, problems }
  const value = (bytes[invalid] as number).toString(16).toUpperCase().padStart(2, '0')
  problems.push({
    line,
    message:
      `Byte ${invalid} of the file (0x${value}) is not valid UTF-8, and the text does not show clearly in which ` +
      'other encoding it is. Save the script as UTF-8 and try again.',
  })
  return utf8
}

function scanBytes(bytes: Uint8Array) {
  let line = 1
  let length = 0
  let longest = 0
  let longestLine = 0
  for (let offset = 0; offset < bytes.length; offset += 1) {
    const byte = bytes[offset] as number
    if (byte === 0x0a || byte === 0x0d) {
      if (byte === 0x0d && bytes[offset + 1] === 0x0a) offset += 1
      line += 1
      length = 0
    } else if (byte === 0) {
      return { nullAt: { offset, line }, longest, longestLine }
    } else if ((byte & 0xc0) !== 0x80) {
      length += 1
      if (length > longest) {
        longest = length
        longestLine = line
      }
    }
  }
  return { nullAt: null, longest, longestLine }
}

function tooLong(line: number, length: number): ScriptProblem {
  const count = (value: number) => value.toLocaleString('en-US')
  return {
    line,
    message: `The line has ${count(length)} characters; at most ${count(MAX_LINE_LENGTH)} are allowed. Are the line breaks missing?`,
  }
}
