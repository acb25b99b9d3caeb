import { ScriptError } from '@/screenplay'
import type { ScriptFormat } from '../ScriptFormat'

const MARK = '{\\rtf'

/** Rich text: what TextEdit, WordPad and old screenwriting programs save. */
export const rtf = {
  id: 'rtf',
  label: 'Rich text',
  extensions: ['.rtf'],
  recognises: isRtf,
  async read(bytes, filename) {
    if (!isRtf(bytes)) {
      throw new ScriptError(
        { line: null, message: 'This is no rich text (RTF), or a damaged one.' },
        filename,
      )
    }
    const { readRtf } = await import('./readRtf')
    return readRtf(bytes)
  },
} as const satisfies ScriptFormat

function isRtf(bytes: Uint8Array): boolean {
  return MARK === String.fromCharCode(...bytes.subarray(0, MARK.length))
}
