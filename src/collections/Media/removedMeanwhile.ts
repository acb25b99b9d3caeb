import fs from 'node:fs/promises'
import { ErrorDeletingFile } from 'payload'
import { env } from '@/config/env'

/**
 * Whether a file could not be removed because somebody else was about to: Payload looks whether it is there, removes it a
 * little later, and takes one that is gone by then for a fault (uploads/deleteAssociatedFiles). Where the folder lets
 * nobody remove anything it is one.
 */
export async function isRemovedMeanwhile(error: unknown): Promise<boolean> {
  if (!(error instanceof ErrorDeletingFile)) return false
  return fs.access(env().MEDIA_DIR, fs.constants.W_OK).then(
    () => true,
    () => false,
  )
}
