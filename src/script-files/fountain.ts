import { parseFountain, refuseTooManyLines, ScriptError } from '@/screenplay'
import { markTyped } from './markTyped'
import type { ScriptFormat } from './ScriptFormat'
import { decodeScript } from './text/decode'
import { otherTextKind } from './text/other-text'

export const fountain = {
  id: 'fountain',
  label: 'Fountain',
  extensions: ['.fountain', '.spmd', '.txt', '.md'],
  async read(bytes, filename) {
    const { text, warnings } = decodeScript(bytes, filename)
    // Fountain takes any text, so markup would come out as a script of angle brackets.
    const markup = /^\s{0,100}<(\?xml|!doctype|html|finaldraft)\b/i.exec(text)?.[1]
    if (markup) {
      const kind = /<FinalDraft\b/.test(text.slice(0, 1000)) ? 'a Final Draft document' : 'XML or HTML'
      throw new ScriptError({ line: 1, message: `This is ${kind}, not Fountain.` }, filename)
    }
    const other = otherTextKind(text)
    if (other) throw new ScriptError({ line: 1, message: `This is ${other}, not a script.` }, filename)
    refuseTooManyLines(text)
    const marked = markTyped(text)
    return {
      screenplay: parseFountain(marked.text),
      text: marked.text,
      warnings: [...warnings, ...marked.warnings],
      marks: [],
    }
  },
} as const satisfies ScriptFormat
