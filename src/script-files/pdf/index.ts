import type { ScriptFormat } from '../ScriptFormat'

/** Portable Document Format: read by where on the page the words stand. */
export const pdf = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['.pdf'],
  recognises: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-'),
  async read(bytes, _filename, choices, onPage) {
    const { readPdfScript } = await import('./readPdfScript')
    return readPdfScript(bytes, choices, onPage)
  },
} as const satisfies ScriptFormat
