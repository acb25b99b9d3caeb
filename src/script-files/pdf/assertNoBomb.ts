import { inflateSync } from 'node:zlib'
import { refusal } from './openPdf'

/** Bytes that streams may unfold to where they unfold more than {@link MOST_FOLD}-fold. A page of a script has some 20 KB. */
const MOST_UNFOLDED = 4 * 1024 * 1024
/** Text and drawings shrink to a third or a tenth; hundredfold is the same few bytes again and again. */
const MOST_FOLD = 100

/**
 * pdf.js counts through whatever a page holds without a pause, and a few kilobytes can unfold to millions of
 * operations. Pictures and fonts are left out: they are not counted through, and a white page of a scan shrinks as much.
 *
 * @throws ScriptError where the streams of a PDF unfold to more than pages of a script can hold
 */
export function assertNoBomb(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let unfolded = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const head = file.toString('latin1', Math.max(0, at - 400), at)
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    if (
      !/\/Fl(ateDecode)?\b/.test(dictionary) ||
      /\/Image\b|\/Length1\b|Type1C|CIDFontType0C|OpenType/.test(dictionary)
    )
      continue
    const from = at + 6 + (file[at + 6] === 13 ? 2 : 1)
    const end = file.indexOf('endstream', from)
    const packed = file.subarray(from, end < 0 ? file.length : end)
    // What is this small cannot unfold to much.
    if (packed.length < 512) continue
    const size = unfoldedSize(packed)
    if (size > packed.length * MOST_FOLD) unfolded += size
    if (unfolded > MOST_UNFOLDED)
      throw refusal(
        'This PDF is damaged or holds much more than a script: its pages unfold to millions of drawing steps. Export it again from the program it was written in.',
      )
    if (end > 0) at = end
  }
}

function unfoldedSize(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNFOLDED }).length
  } catch (error) {
    // Damaged streams are the reader's matter.
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? MOST_UNFOLDED + 1 : 0
  }
}
