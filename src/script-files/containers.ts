import { ScriptError } from '@/screenplay'
import { MAX_SCRIPT_BYTES } from './limits'
import { isZip, listZip, readZip } from './zip'

/**
 * Archives and bundles that hold a script in a file of its own: Highland, TextBundle (a folder, which travels as a
 * zip), TextPack, and any zip with one script in it.
 */
export const CONTAINER_EXTENSIONS = ['.highland', '.textbundle', '.textpack', '.zip'] as const

/** What a bundle calls its text: the specification says `text` with any extension. */
const BUNDLE_TEXT = /(?:^|\/)text\.(?:fountain|spmd|md|markdown|txt)$/i

export const isBundleText = (name: string): boolean => BUNDLE_TEXT.test(name)

/** Documents that are archives and cannot be read, by an entry that each has. */
const OTHER_DOCUMENTS: ReadonlyArray<{ entry: RegExp; kind: string; instead: string }> = [
  { entry: /^xl\/workbook\.xml$/, kind: 'an Excel workbook', instead: 'A script is expected.' },
  { entry: /^ppt\/presentation\.xml$/, kind: 'a PowerPoint presentation', instead: 'A script is expected.' },
  {
    entry: /^Index\.zip$|^Index\/.*\.iwa$/,
    kind: 'a Pages document',
    instead: 'Export it from Pages as Word (DOCX).',
  },
  {
    entry: /^project\.rdf$/,
    kind: 'a Celtx project',
    instead: 'Export the script from Celtx as text, PDF or Fountain.',
  },
  {
    entry: /^META-INF\/container\.xml$/,
    kind: 'an EPUB book',
    instead: 'Send the script as PDF or Fountain.',
  },
  { entry: /^content\.xml$/, kind: 'an OpenDocument file (ODT)', instead: 'Save it as Word (DOCX).' },
]

export interface ScriptFile {
  bytes: Uint8Array
  filename?: string
}

/**
 * Takes the script out of an archive. Any other file, and documents that are archives themselves (DOCX, Fade In),
 * come back as they are.
 *
 * @param isScript whether a file of that name may be one.
 * @throws ScriptError for a damaged archive, one that holds no script or several, and one that unpacks to more than
 * a script may have.
 */
export async function unpack(file: ScriptFile, isScript: (name: string) => boolean): Promise<ScriptFile> {
  if (!isZip(file.bytes)) return file
  const entries = await listZip(file.bytes)
  const names = entries.map(({ name }) => name)
  if (names.some((name) => name === 'word/document.xml' || name === 'document.xml')) return file
  const other = OTHER_DOCUMENTS.find(({ entry }) => names.some((name) => entry.test(name)))
  if (other) throw refused(`This is ${other.kind}. ${other.instead}`, file)
  const bundled = names.filter(isBundleText)
  const candidates = bundled.length > 0 ? bundled : names.filter(isScript)
  const [name, ...others] = candidates
  if (name === undefined)
    throw refused(`There is no script in this archive. ${listed('It holds', names)}`, file)
  if (others.length > 0) {
    throw refused(
      `There are several scripts in this archive; send one. ${listed('They are', candidates)}`,
      file,
    )
  }
  const unpacked = (await readZip(file.bytes, (each) => each === name, MAX_SCRIPT_BYTES)).get(name)
  if (!unpacked) throw refused(`${name} cannot be unpacked: the archive is damaged.`, file)
  return { bytes: unpacked, filename: innerName(name) }
}

/** The last part of the path: what decides the format where the content does not. */
const innerName = (name: string) => name.split('/').at(-1) as string

function listed(what: string, names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name))
  if (shown.length === 0) return 'It is empty.'
  return `${what} ${shown.join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`
}

const refused = (message: string, { filename }: ScriptFile) =>
  new ScriptError({ line: null, message }, filename)
