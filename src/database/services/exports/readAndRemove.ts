import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** A file as it is read, and how many bytes it has. Its folder is removed when it was read, or nobody reads on. */
export async function readAndRemove(
  file: string,
  folder: string,
): Promise<{ body: ReadableStream<Uint8Array>; bytes: number }> {
  const { size } = await stat(file)
  const stream = createReadStream(file)
  stream.once('close', () => void rm(folder, { recursive: true, force: true }))
  return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, bytes: size }
}
