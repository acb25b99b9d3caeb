import fs from 'node:fs'
import path from 'node:path'
import { databaseFileOf } from '@/lib/databaseFile'
import { ensureWritableFolder, FolderUnusable } from '@/lib/folder'
import { EnvError } from './EnvError'
import { examineEnv } from './env'

function folderProblem(folder: string): string | null {
  try {
    ensureWritableFolder(folder)
    return null
  } catch (error) {
    if (error instanceof FolderUnusable) return error.message
    throw error
  }
}

/** What is wrong with the place of an SQLite file, or with the file that is there. */
function fileProblem(file: string): string | null {
  const inFolder = folderProblem(path.dirname(file))
  if (inFolder) return inFolder
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return null
  if (stat.isDirectory()) return `${file} is a folder, not a file.`
  try {
    fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK)
    return null
  } catch {
    return `The file ${file} cannot be read and written by this user.`
  }
}

/**
 * Makes sure that the environment can be used, and that the places which it names can be written to, before work is
 * begun whose result would have to go there.
 *
 * @param media whether media files will be made, and their place is tried too
 * @throws {EnvError} naming every variable that is wrong, or whose place is.
 */
export function assertUsable({ media = true } = {}, source: NodeJS.ProcessEnv = process.env): void {
  const { usable, problems } = examineEnv(source)
  const { DATABASE_URI, MEDIA_DIR } = usable
  const places = {
    DATABASE_URI: DATABASE_URI?.startsWith('file:') ? fileProblem(databaseFileOf(DATABASE_URI)) : null,
    MEDIA_DIR: media && MEDIA_DIR ? folderProblem(path.resolve(MEDIA_DIR)) : null,
  }
  for (const [name, problem] of Object.entries(places)) if (problem) problems.push(`${name}: ${problem}`)
  if (problems.length > 0) throw new EnvError(problems)
}
