/** Bytes as text; null where they are not UTF-8. Node’s own readers put � in the place of what is not. */
export function decodeText(bytes: AllowSharedBufferSource): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
