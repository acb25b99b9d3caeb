import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'

/** Writes to a name beside the file and renames: a reader never sees half a file, a failure leaves none. */
export async function writeWhole(file: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const partial = `${file}.part`
  try {
    await write(createWriteStream(partial))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
