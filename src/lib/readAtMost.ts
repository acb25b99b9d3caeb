/**
 * All of a body, or null where it is longer: no more of it is taken in than was allowed, whatever it said of its length.
 *
 * @param most bytes
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null | undefined,
  most: number,
): Promise<ArrayBuffer | null> {
  if (!body) return new ArrayBuffer(0)
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > most) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole.buffer
}
