import type { ScriptProblem } from '@/screenplay'
import { findInvalidUtf8 } from './utf8'

export type Utf16 = 'utf-16le' | 'utf-16be'

/** Bytes: enough for any pattern to show. */
const SAMPLE = 64 * 1024

/**
 * Recognises UTF-16 without a byte order mark. Letters of one alphabet share their high byte, and that of the
 * basic Latin letters, digits, spaces and line ends is NUL, which never occurs in the low byte of text.
 *
 * @returns null where it is something else.
 */
export function guessUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, SAMPLE)
  return hasHighBytes(sample, 1) ? 'utf-16le' : hasHighBytes(sample, 0) ? 'utf-16be' : null
}

/** True where every second byte, from `high` on, reads as the high half of a character. */
function hasHighBytes(sample: Uint8Array, high: 0 | 1): boolean {
  const units = sample.length / 2
  let nulls = 0
  let alphabetic = 0
  let ideographic = 0
  for (let index = 0; index + 1 < sample.length; index += 2) {
    const byte = sample[index + high] as number
    const isIdeographic =
      byte === 0x30 || (byte >= 0x4e && byte <= 0x9f) || (byte >= 0xac && byte <= 0xd7) || byte === 0xff
    // 一 and 가 do end in NUL.
    if (sample[index + 1 - high] === 0 && !isIdeographic) return false
    if (byte === 0) nulls += 1
    if (byte < 0x10 || byte === 0x1e || byte === 0x20) alphabetic += 1
    else if (isIdeographic) ideographic += 1
  }
  if (nulls < 2 || nulls / units < 0.02) return false
  if (alphabetic / units > 0.9) return true
  // Two letters of ASCII look like one ideograph; text that is valid UTF-8 but for its NULs is rather that.
  return (alphabetic + ideographic) / units > 0.95 && findInvalidUtf8(sample.subarray(0, 4096)) !== -1
}

/** Bytes of `bytes` before the text. */
export function markLength(bytes: Uint8Array): 0 | 2 {
  const isMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return isMark ? 2 : 0
}

/**
 * Checks UTF-16 before it is turned into text.
 *
 * @returns the first problem, and the longest line in characters where there is none.
 */
export function scanUtf16(
  bytes: Uint8Array,
  encoding: Utf16,
): { problem: ScriptProblem | null; longest: number; longestLine: number } {
  const high = encoding === 'utf-16be' ? 0 : 1
  const unitAt = (offset: number) =>
    ((bytes[offset + high] as number) << 8) | (bytes[offset + 1 - high] as number)
  let line = 1
  let length = 0
  let longest = 0
  let longestLine = 0
  const broken = (message: string) => ({ problem: { line, message }, longest, longestLine })
  const invalid = (offset: number, what: string) =>
    broken(
      `Byte ${offset} of the file is not valid UTF-16 (${what}). Save the script as UTF-8 and try again.`,
    )
  for (let offset = markLength(bytes); offset < bytes.length; offset += 2) {
    if (offset + 1 === bytes.length) return invalid(offset, 'half a character at the end')
    const unit = unitAt(offset)
    if (unit === 0x0a || unit === 0x0d) {
      if (unit === 0x0d && offset + 3 < bytes.length && unitAt(offset + 2) === 0x0a) offset += 2
      line += 1
      length = 0
      continue
    }
    if (unit === 0) return broken(`Byte ${offset} is NUL: this is not a text file.`)
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = offset + 3 < bytes.length ? unitAt(offset + 2) : 0
      if (unit >= 0xdc00 || next < 0xdc00 || next > 0xdfff) return invalid(offset, 'a lone surrogate')
      offset += 2
    }
    length += 1
    if (length > longest) {
      longest = length
      longestLine = line
    }
  }
  return { problem: null, longest, longestLine }
}
