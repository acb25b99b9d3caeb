import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { PayloadRequest } from 'payload'

/** A file that comes in: in memory, or in a temporary file. */
export type UploadedFile = NonNullable<PayloadRequest['file']>

/** Lets a program look at a file that comes in. What was put on the disk for that is gone afterwards. */
export async function atPath<Result>(
  { data, tempFilePath }: UploadedFile,
  look: (file: string) => Promise<Result>,
): Promise<Result> {
  if (!(data?.length > 0)) return look(path.resolve(tempFilePath as string))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-upload-'))
  try {
    const file = path.join(folder, 'sound')
    await writeFile(file, data)
    return await look(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
