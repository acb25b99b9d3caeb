import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * Looks a program up on PATH, as a shell would, without starting one.
 *
 * @returns its absolute path, or null where no directory of `searchPath` holds an executable file of that name
 */
export async function findProgram(
  name: string,
  searchPath: string = process.env.PATH ?? '',
): Promise<string | null> {
  const extensions = process.platform === 'win32' ? ['.exe', ''] : ['']
  const candidates = isAbsolute(name)
    ? [name]
    : searchPath
        .split(delimiter)
        .filter(Boolean)
        .flatMap((folder) => extensions.map((extension) => join(folder, name + extension)))

  for (const candidate of candidates) {
    if (await isExecutableFile(candidate)) return candidate
  }
  return null
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
