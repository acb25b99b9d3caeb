import type { ScriptFormat } from '../ScriptFormat'
import { decodeScript } from '../text/decode'
import { decodedOnce } from '../text/decodedOnce'
import { looksPrinted, readPaged } from './readPaged'

/**
 * Pages as text, parted by form feeds: what programs print to a file, and what is taken off a PDF with its layout.
 * Read as printed pages are, by where on them the words stand.
 */
export const paged = {
  id: 'paged',
  label: 'Text in pages',
  extensions: [],
  recognises(bytes) {
    const pages = bytes.includes(FORM_FEED) ? decodedOnce(bytes)?.pages : null
    return pages ? looksPrinted(pages) : false
  },
  async read(bytes, filename) {
    const { text, pages, warnings } = decodeScript(bytes, filename)
    const source = readPaged(pages ?? [text])
    // The guess was made in a text with other lines.
    const about = warnings.map(({ message }) => ({ line: null, message }))
    return { ...source, warnings: [...about, ...source.warnings] }
  },
} as const satisfies ScriptFormat

const FORM_FEED = 0x0c
