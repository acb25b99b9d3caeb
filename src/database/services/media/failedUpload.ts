import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { env } from '@/config/env'
import { ShowrunnerError, type ValidationError } from '@/errors'
import { DiskFull, isDiskFull } from '@/errors/diskFull'
import type { Media } from '@/payload-types'
import { refusedFile } from './refusedFile'
import { refuseFile } from './refuseFile'
import type { UploadedFile } from './uploadedFile'

interface NotedUpload {
  names: string[]
  bytes: number
}

const CHUNK = Buffer.alloc(1 << 20)
/** For renditions whose size is not known yet. */
const SPARE_BYTES = 256 * 1024

/** Notes on the request which files Payload is about to write: when it fails, it says neither which nor why. */
export function noteUpload(req: PayloadRequest, data: Partial<Media>, original?: Partial<Media>): void {
  if (!req.file || !data.filename || data.filename === original?.filename) return
  const files = [data, ...Object.values(data.sizes ?? {})]
  req.context.upload = {
    names: files.flatMap((file) => (file?.filename ? [path.basename(file.filename)] : [])),
    bytes: files.reduce((sum, file) => sum + (file?.filesize ?? 0), 0),
  } satisfies NotedUpload
}

/**
 * Removes what a failed upload left of its files, and finds out why it failed.
 * @returns the error to give in place of Payload's; null where the failure was another
 */
export async function mendUpload(req: PayloadRequest, error: unknown): Promise<ShowrunnerError | null> {
  const refused = refusedFile(error)
  if (refused) return refused
  if (!isUploadError(req, error)) return null
  const noted = req.context.upload as NotedUpload | undefined
  // Before anything was to be written: Payload looked at the file, and could make nothing of it.
  if (!noted) return req.file ? unreadable(req.file) : null
  await removeOrphans(req, noted.names)
  const reason = await refusal(noted.bytes)
  // Payload leaves at the first file that fails: by now the others have been opened, too.
  await removeOrphans(req, noted.names)
  return reason ?? new ShowrunnerError('not-stored', 'The file could not be stored just now. Try again.', 503)
}

const unreadable = ({ mimetype, size }: Pick<UploadedFile, 'mimetype' | 'size'>): ValidationError => {
  const what = mimetype.startsWith('image/') ? 'a picture' : 'a file'
  const message = size === 0 ? 'is empty' : `is not ${what} that can be read`
  return refuseFile(message)
}

/** @throws {DiskFull} before a file is replaced: Payload deletes the old one first and would have neither. */
export async function assertRoom(bytes: number): Promise<void> {
  const reason = await refusal(bytes + SPARE_BYTES)
  if (reason) throw reason
}

/** By its words: a built server may hold Payload more than once, and names of classes are shortened. */
const isUploadError = (req: PayloadRequest, error: unknown): boolean =>
  error instanceof Error && error.message === req.t('error:problemUploadingFile')

async function removeOrphans({ payload }: PayloadRequest, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { totalDocs } = await payload.count({
      collection: 'media',
      where: { or: [{ filename: { equals: name } }, { 'sizes.thumbnail.filename': { equals: name } }] },
      overrideAccess: true,
    })
    if (totalDocs === 0) await rm(path.join(env().MEDIA_DIR, name), { force: true })
  }
}

/** Asks the disk itself, by writing as much: quotas and reserves make free space a poor witness. */
async function refusal(bytes: number): Promise<ShowrunnerError | null> {
  const probe = path.join(env().MEDIA_DIR, `.room-${randomUUID()}`)
  try {
    const file = await open(probe, 'w')
    try {
      for (let left = bytes; left > 0; left -= CHUNK.length)
        await file.writeFile(CHUNK.subarray(0, Math.min(left, CHUNK.length)))
    } finally {
      await file.close()
    }
    return null
  } catch (error) {
    if (isDiskFull(error)) return new DiskFull()
    const { code } = error as NodeJS.ErrnoException
    return new ShowrunnerError('not-stored', `The media folder cannot be written to (${code}).`, 503)
  } finally {
    await rm(probe, { force: true })
  }
}
