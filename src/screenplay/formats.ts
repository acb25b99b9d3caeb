import { decodeScript } from './decode'
import { parseFountain } from './fountain/parse'
import { ScriptError } from './ScriptError'
import type { Screenplay } from './types'

export interface ScriptSource {
  screenplay: Screenplay
  /** The script as text, which is what `range` counts lines in. */
  text: string
}

/** A reader of one file format. A new one is a file that exports this and a line in {@link SCRIPT_FORMATS}. */
export interface ScriptFormat {
  id: string
  label: string
  /** With the dot, lower case. */
  extensions: readonly string[]
  /** True where the first bytes show the format whatever the name says. */
  recognises?(bytes: Uint8Array): boolean
  /** @throws ScriptError for a file that is not of this format, with the line where it can be told. */
  read(bytes: Uint8Array, filename?: string): ScriptSource
}

const fountain = {
  id: 'fountain',
  label: 'Fountain',
  extensions: ['.fountain', '.spmd', '.txt', '.md'],
  read(bytes, filename) {
    const { text } = decodeScript(bytes, filename)
    // Fountain takes any text, so markup would come out as a script of angle brackets.
    const markup = /^\s{0,100}<(\?xml|!doctype|html|finaldraft)\b/i.exec(text)?.[1]
    if (markup) {
      const kind = /<FinalDraft\b/.test(text.slice(0, 1000)) ? 'a Final Draft document' : 'XML or HTML'
      throw new ScriptError({ line: 1, message: `This is ${kind}, not Fountain.` }, filename)
    }
    return { screenplay: parseFountain(text), text }
  },
} as const satisfies ScriptFormat

/** The first is the one that is tried where neither content nor name decide. */
export const SCRIPT_FORMATS = [fountain] as const satisfies readonly ScriptFormat[]

export type ScriptFormatId = (typeof SCRIPT_FORMATS)[number]['id']

/** Picks the reader for a file: by content where that is plain, else by the extension, else Fountain. */
export function formatOf(bytes: Uint8Array, filename?: string): (typeof SCRIPT_FORMATS)[number] {
  const formats: readonly ScriptFormat[] = SCRIPT_FORMATS
  const extension = /\.[^./\\]+$/.exec(filename ?? '')?.[0].toLowerCase()
  const found =
    formats.find((format) => format.recognises?.(bytes)) ??
    formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension)) ??
    SCRIPT_FORMATS[0]
  return found as (typeof SCRIPT_FORMATS)[number]
}
