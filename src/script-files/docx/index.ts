import { ScriptError } from '@/screenplay'
import type { ScriptFormat } from '../ScriptFormat'
import { isZip } from '../zip'

/** Word documents, and what other word processors export as such. */
export const docx = {
  id: 'docx',
  label: 'Word',
  extensions: ['.docx', '.docm'],
  recognises: (bytes) => isZip(bytes) && hasEntry(bytes, 'word/document.xml'),
  async read(bytes, filename) {
    if (!isZip(bytes)) {
      throw new ScriptError(
        {
          line: null,
          message:
            'This is no Word document (DOCX), or a damaged one. Save the script as DOCX, PDF or Fountain.',
        },
        filename,
      )
    }
    const { readDocx } = await import('./readDocx')
    return readDocx(bytes)
  },
} as const satisfies ScriptFormat

/** Looks for the name in the directory of the archive, which is at its end. */
function hasEntry(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
}
