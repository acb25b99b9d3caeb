import { ScriptError } from '@/screenplay'
import { MAX_SCRIPT_BYTES, MAX_SCRIPT_MB } from '../../limits'

/** Bytes in which an XML declaration says its encoding, and a document what it is. */
const HEAD_BYTES = 4096

/**
 * True where the content is a Final Draft document, in any encoding and behind a declaration, comments or a
 * DOCTYPE. Looks at the first KBs alone.
 */
export function looksLikeFinalDraft(bytes: Uint8Array): boolean {
  // Whatever the encoding of a text is, its ASCII letters stand in order, with NUL between them or not.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)).replaceAll('\0', '')
  return /^[^A-Za-z<]{0,8}\s*</.test(head) && /<(?:[\w.-]+:)?FinalDraft[\s>/]/i.test(head)
}

/**
 * Turns the bytes of an XML document into text without byte order mark: by that mark, else by what the first bytes
 * show (UTF-16 without a mark), else by the declaration (`encoding="windows-1252"`), else as UTF-8.
 *
 * @throws ScriptError for an empty file, one over {@link MAX_SCRIPT_BYTES}, and bytes that are not valid in the
 * encoding.
 */
export function decodeXml(bytes: Uint8Array, filename?: string): string {
  if (bytes.length === 0) throw new ScriptError({ line: null, message: 'The file is empty.' }, filename)
  if (bytes.length > MAX_SCRIPT_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    throw new ScriptError(
      { line: null, message: `The file is ${size} MB; a script may have at most ${MAX_SCRIPT_MB} MB.` },
      filename,
    )
  }
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ScriptError(
      { line: null, message: `The file is not valid ${encoding.toUpperCase()}. Save it anew and try again.` },
      filename,
    )
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^[^<]{0,4}<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  // What says it is UTF-16 in single bytes is not; Windows programs write that by mistake.
  if (!declared || /^utf-?16/i.test(declared)) return 'utf-8'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}
