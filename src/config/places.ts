import path from 'node:path'
import { databaseFileOf } from '@/lib/databaseFile'
import { ensureWritableFolder, FolderUnusable } from '@/lib/folder'
import { EnvError } from './EnvError'
import type { Env } from './env'

/**
 * Makes sure that the places which the environment names can be written to, before work is begun whose result
 * would have to go there.
 *
 * @throws {EnvError} naming every variable whose place cannot.
 */
export function assertPlaces(
  { DATABASE_URI, MEDIA_DIR }: Pick<Env, 'DATABASE_URI' | 'MEDIA_DIR'>,
  { media = true } = {},
): void {
  const folders: Array<[string, string]> = []
  if (DATABASE_URI.startsWith('file:'))
    folders.push(['DATABASE_URI', path.dirname(databaseFileOf(DATABASE_URI))])
  if (media) folders.push(['MEDIA_DIR', MEDIA_DIR])
  const problems: string[] = []
  for (const [variable, folder] of folders) {
    try {
      ensureWritableFolder(folder)
    } catch (error) {
      if (!(error instanceof FolderUnusable)) throw error
      problems.push(`${variable}: ${error.message}`)
    }
  }
  if (problems.length > 0) throw new EnvError(problems)
}
