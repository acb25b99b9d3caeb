import fs from 'node:fs'
import path from 'node:path'
import { databaseFileOf } from '@/lib/databaseFile'
import { ensureWritableFolder, FolderUnusable } from '@/lib/folder'
import { findProgramNow } from '@/lib/process/findProgram'
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

/** What is wrong with a program that is named by its path, or by a name on the PATH. */
function programProblem(name: string): string | null {
  if (findProgramNow(name)) return null
  return /[/\\]/.test(name)
    ? `${name} is no program that this user may start.`
    : `There is no program ${name} on the PATH.`
}

/**
 * Makes sure that the environment can be used, that the places which it names can be written to, and that the program
 * which it names is there, before work is begun whose result would have to go there, or would lack a film.
 *
 * @param media whether media files will be made, and their place is tried too
 * @throws {EnvError} naming every variable that is wrong, or whose place is.
 */
export function assertUsable({ media = true } = {}, source: NodeJS.ProcessEnv = process.env): void {
  const { usable, problems } = examineEnv(source)
  const { DATABASE_URI, MEDIA_DIR, FFMPEG_PATH } = usable
  // Where the system puts what is only there for a moment: uploads are looked at there, and films are made.
  const { TMPDIR } = source
  const places = {
    DATABASE_URI: DATABASE_URI?.startsWith('file:') ? fileProblem(databaseFileOf(DATABASE_URI)) : null,
    MEDIA_DIR: media && MEDIA_DIR ? folderProblem(path.resolve(MEDIA_DIR)) : null,
    FFMPEG_PATH: FFMPEG_PATH ? programProblem(FFMPEG_PATH) : null,
    TMPDIR: media && TMPDIR ? folderProblem(path.resolve(TMPDIR)) : null,
  }
  for (const [name, problem] of Object.entries(places)) if (problem) problems.push(`${name}: ${problem}`)
  if (problems.length > 0) throw new EnvError(problems)
}
