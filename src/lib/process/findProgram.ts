import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/**
 * Looks a program up on PATH, as a shell would, without starting one: a name with a folder in it is that file.
 *
 * @returns its absolute path, or null where no directory of `searchPath` holds an executable file of that name
 */
export function findProgramNow(name: string, searchPath: string = process.env.PATH ?? ''): string | null {
  const extensions = process.platform === 'win32' ? ['.exe', ''] : ['']
  const candidates = /[/\\]/.test(name)
    ? [resolve(name)]
    : searchPath
        .split(delimiter)
        .filter(Boolean)
        .flatMap((folder) => extensions.map((extension) => join(folder, name + extension)))
  return candidates.find(isExecutableFile) ?? null
}

/** The same, for who has to wait for other programs anyway. */
export const findProgram = async (name: string, searchPath?: string): Promise<string | null> =>
  findProgramNow(name, searchPath)

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
