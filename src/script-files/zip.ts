import { ScriptError } from '@/screenplay'

/** A bundle with a storyboard's pictures has hundreds of entries; one with tens of thousands is an attack. */
const MAX_ENTRIES = 2_000
/** Bytes handed to the inflater at once: at most a thousand times as much comes out before it is counted. */
const CHUNK = 2 * 1024

export interface ZipEntry {
  name: string
  /** Bytes when unpacked, as the archive claims. */
  size: number
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * Lists the files of an archive without unpacking any; what macOS puts beside them is left out.
 * @throws ScriptError for a damaged archive and for one with too many entries.
 */
export async function listZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const { unzipSync } = await import('fflate')
  const entries: ZipEntry[] = []
  let count = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        if (count > MAX_ENTRIES) throw refused(`The archive holds more than ${MAX_ENTRIES} files.`)
        if (!name.endsWith('/') && !isBeside(name)) entries.push({ name, size: originalSize })
        return false
      },
    })
  } catch (error) {
    throw damaged(error)
  }
  return entries
}

/**
 * Unpacks some files of an archive, counting what comes out as it comes: an archive that claims less than it holds
 * is caught at the limit.
 *
 * @param maxBytes of all wanted files together, unpacked.
 * @throws ScriptError for a damaged archive, an encrypted one, and one that holds more.
 */
export async function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  maxBytes: number,
): Promise<Map<string, Uint8Array>> {
  const { Unzip, UnzipInflate } = await import('fflate')
  const files = new Map<string, Uint8Array[]>()
  let total = 0
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name) || isBeside(file.name) || files.has(file.name)) return
    const chunks: Uint8Array[] = []
    files.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      if (error) throw error
      total += chunk.length
      if (total > maxBytes) {
        throw refused(
          `What the archive holds is larger than ${Math.round(maxBytes / 1024 / 1024)} MB when unpacked.`,
        )
      }
      // The inflater uses its memory again.
      chunks.push(chunk.slice())
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      unzip.push(bytes.subarray(offset, offset + CHUNK), offset + CHUNK >= bytes.length)
    }
  } catch (error) {
    throw damaged(error)
  }
  return new Map([...files].map(([name, chunks]) => [name, join(chunks)]))
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

const isBeside = (name: string) => name.startsWith('__MACOSX/') || /(?:^|\/)\._|\.DS_Store$/.test(name)

const refused = (message: string) => new ScriptError({ line: null, message })

function damaged(error: unknown): ScriptError {
  if (error instanceof ScriptError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return refused(`The archive is damaged or protected by a password and cannot be unpacked (${reason}).`)
}
