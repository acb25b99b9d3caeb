import { fdx } from './fdx'
import { fountain } from './fountain'
import type { ScriptFormat } from './ScriptFormat'

/** Asked in this order whether they recognise a file; the last is the one that takes what nobody else knows. */
export const SCRIPT_FORMATS = [fdx, fountain] as const satisfies readonly ScriptFormat[]

/** What a file picker offers. With the dot, lower case. */
export const SCRIPT_EXTENSIONS: readonly string[] = SCRIPT_FORMATS.flatMap(({ extensions }) => extensions)

/** Picks the reader for a file: by content where that is plain, else by the extension, else Fountain. */
export function formatOf(bytes: Uint8Array, filename?: string): (typeof SCRIPT_FORMATS)[number] {
  const formats: readonly ScriptFormat[] = SCRIPT_FORMATS
  const extension = /\.[^./\\]+$/.exec(filename ?? '')?.[0].toLowerCase()
  const found =
    formats.find((format) => format.recognises?.(bytes, filename)) ??
    formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension)) ??
    fountain
  return found as (typeof SCRIPT_FORMATS)[number]
}
