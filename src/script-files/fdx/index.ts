import type { ScriptFormat } from '../ScriptFormat'
import { looksLikeFinalDraft } from './xml/decode'

/** Documents before version 8, which are no XML: they are taken to be refused in their own words. */
const OLD_NAME = /\.fdr$/i

/** Final Draft 8 and later, templates, and what other programs write in its name. */
export const fdx = {
  id: 'fdx',
  label: 'Final Draft',
  extensions: ['.fdx', '.fdxt'],
  recognises: (bytes, filename) => looksLikeFinalDraft(bytes) || OLD_NAME.test(filename ?? ''),
  async read(bytes, filename) {
    const { readFdx } = await import('./readFdx')
    return readFdx(bytes, filename)
  },
} as const satisfies ScriptFormat
