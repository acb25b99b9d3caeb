import { CONTAINER_EXTENSIONS } from './containers'
import { docx } from './docx'
import { fadein } from './fadein'
import { fdx } from './fdx'
import { fountain } from './fountain'
import { labelled } from './labelled'
import { paged } from './paged'
import { pdf } from './pdf'
import { plain } from './plain'
import { production } from './production'
import { rtf } from './rtf'
import type { ScriptFormat } from './ScriptFormat'

/** Asked in this order whether they recognise a file; the last is the one that takes what nobody else knows. */
export const SCRIPT_FORMATS = [
  pdf,
  fdx,
  docx,
  rtf,
  fadein,
  paged,
  production,
  labelled,
  plain,
  fountain,
] as const satisfies readonly ScriptFormat[]

/** What can be opened, archives of scripts included. With the dot, lower case. */
export const SCRIPT_EXTENSIONS: readonly string[] = [
  ...new Set([...SCRIPT_FORMATS.flatMap(({ extensions }) => [...extensions]), ...CONTAINER_EXTENSIONS]),
]

/** True where the extension promises a script (not an archive of one). */
export function isScriptName(name: string): boolean {
  const extension = extensionOf(name)
  const formats: readonly ScriptFormat[] = SCRIPT_FORMATS
  return extension !== undefined && formats.some(({ extensions }) => extensions.includes(extension))
}

const extensionOf = (name: string | undefined) => /\.[^./\\]+$/.exec(name ?? '')?.[0].toLowerCase()

/** Picks the reader for a file: by content where that is plain, else by the extension, else Fountain. */
export function formatOf(bytes: Uint8Array, filename?: string): (typeof SCRIPT_FORMATS)[number] {
  const formats: readonly ScriptFormat[] = SCRIPT_FORMATS
  const extension = extensionOf(filename)
  const found =
    formats.find((format) => format.recognises?.(bytes, filename)) ??
    formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension)) ??
    fountain
  return found as (typeof SCRIPT_FORMATS)[number]
}
