import { ScriptError, type ScriptProblem } from '@/screenplay'
import { MAX_SCRIPT_BYTES, MAX_SCRIPT_MB } from '../limits'
import { binaryKind } from './binary'
import { findInvalidUtf8, lineAt } from './utf8'

/** Characters (code points). A whole page in one line has about 3,000. */
export const MAX_LINE_LENGTH = 100_000

/**
 * Turns the bytes of a script file into text with `\n` line endings and no byte order mark.
 *
 * Takes UTF-8 with or without a byte order mark, and UTF-16 of either byte order with one. A lone CR ends a
 * line as LF and CRLF do. Everything is checked on the bytes before they are turned into text, so a hostile
 * file costs one pass and no memory.
 *
 * @param filename only for the message.
 * @throws ScriptError for an empty or blank file, one over {@link MAX_SCRIPT_BYTES}, a line over
 * {@link MAX_LINE_LENGTH}, binary content, and bytes that are not valid in the encoding.
 */
export function decodeScript(bytes: Uint8Array, filename?: string): { text: string } {
  const problems = findProblems(bytes)
  if (problems.length > 0) throw new ScriptError(problems, filename)
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n')
  if (text.trim() === '') {
    throw new ScriptError({ line: null, message: 'The file is empty: there is no text in it.' }, filename)
  }
  return { text }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function findProblems(bytes: Uint8Array): ScriptProblem[] {
  if (bytes.length === 0) return [{ line: null, message: 'The file is empty.' }]
  const kind = binaryKind(bytes)
  if (kind) return [{ line: null, message: `This is ${kind}, not the text of a script.` }]
  const encoding = encodingOf(bytes)
  const problems: ScriptProblem[] = []
  if (bytes.length > MAX_SCRIPT_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    problems.push({
      line: null,
      message: `The file is ${size} MB; a script may have at most ${MAX_SCRIPT_MB} MB.`,
    })
  }
  const scan = encoding === 'utf-8' ? scanUtf8 : scanUtf16
  problems.push(...scan(bytes, encoding))
  return problems
}

function scanUtf8(bytes: Uint8Array): ScriptProblem[] {
  const problems: ScriptProblem[] = []
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
      return [
        {
          line,
          message: `Byte ${offset} is NUL: this is not a text file, or it is UTF-16 without a byte order mark.`,
        },
      ]
    } else if ((byte & 0xc0) !== 0x80) {
      length += 1
      if (length > longest) {
        longest = length
        longestLine = line
      }
    }
  }
  if (longest > MAX_LINE_LENGTH) problems.push(tooLong(longestLine, longest))
  // Of a file that is too large by itself, nobody needs to know more.
  const invalid = bytes.length > MAX_SCRIPT_BYTES ? -1 : findInvalidUtf8(bytes)
  if (invalid !== -1) {
    const value = (bytes[invalid] as number).toString(16).toUpperCase().padStart(2, '0')
    problems.push({
      line: lineAt(bytes, invalid),
      message: `Byte ${invalid} of the file (0x${value}) is not valid UTF-8. Save the script as UTF-8 and try again.`,
    })
  }
  return problems
}

function scanUtf16(bytes: Uint8Array, encoding: Encoding): ScriptProblem[] {
  const high = encoding === 'utf-16be' ? 0 : 1
  const unitAt = (offset: number) =>
    ((bytes[offset + high] as number) << 8) | (bytes[offset + 1 - high] as number)
  const invalid = (line: number, offset: number, what: string): ScriptProblem[] => [
    {
      line,
      message: `Byte ${offset} of the file is not valid UTF-16 (${what}). Save the script as UTF-8 and try again.`,
    },
  ]
  let line = 1
  let length = 0
  let longest = 0
  let longestLine = 0
  for (let offset = 2; offset < bytes.length; offset += 2) {
    if (offset + 1 === bytes.length) return invalid(line, offset, 'half a character at the end')
    const unit = unitAt(offset)
    if (unit === 0x0a || unit === 0x0d) {
      if (unit === 0x0d && offset + 3 < bytes.length && unitAt(offset + 2) === 0x0a) offset += 2
      line += 1
      length = 0
      continue
    }
    if (unit === 0) return [{ line, message: `Byte ${offset} is NUL: this is not a text file.` }]
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = offset + 3 < bytes.length ? unitAt(offset + 2) : 0
      if (unit >= 0xdc00 || next < 0xdc00 || next > 0xdfff) return invalid(line, offset, 'a lone surrogate')
      offset += 2
    }
    length += 1
    if (length > longest) {
      longest = length
      longestLine = line
    }
  }
  return longest > MAX_LINE_LENGTH ? [tooLong(longestLine, longest)] : []
}

function tooLong(line: number, length: number): ScriptProblem {
  const count = (value: number) => value.toLocaleString('en-US')
  return {
    line,
    message: `The line has ${count(length)} characters; at most ${count(MAX_LINE_LENGTH)} are allowed. Are the line breaks missing?`,
  }
}
