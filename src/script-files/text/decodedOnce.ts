import { type DecodedScript, decodeScript } from './decode'

const known = new WeakMap<Uint8Array, DecodedScript | null>()

/**
 * A file as text, for readers that are asked whether they know it: it is decoded once, however many ask.
 *
 * @returns null where the file is not text
 */
export function decodedOnce(bytes: Uint8Array): DecodedScript | null {
  let decoded = known.get(bytes)
  if (decoded === undefined) {
    try {
      decoded = decodeScript(bytes)
    } catch {
      decoded = null
    }
    known.set(bytes, decoded)
  }
  return decoded
}
