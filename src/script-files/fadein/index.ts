import type { ScriptFormat } from '../ScriptFormat'
import { isZip } from '../zip'

/** Fade In: an archive with a document in the Open Screenplay Format, which also comes bare. */
export const fadein = {
  id: 'fadein',
  label: 'Fade In',
  extensions: ['.fadein', '.osf'],
  recognises(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (isZip(bytes)) return buffer.includes('document.xml') && !buffer.includes('word/document.xml')
    return buffer.subarray(0, 2000).includes('Open Screenplay Format')
  },
  async read(bytes) {
    const { readFadeIn } = await import('./readFadeIn')
    return readFadeIn(bytes)
  },
} as const satisfies ScriptFormat
