import { statSync } from 'node:fs'
import path from 'node:path'
import { ensureWritableFolder, FolderUnusable } from '@/lib/folder'
import { BadInput } from './exit'

function tryFolder(folder: string): void {
  try {
    ensureWritableFolder(folder)
  } catch (error) {
    throw error instanceof FolderUnusable ? new BadInput(`--out: ${error.message}`) : error
  }
}

/**
 * Makes the folder of `--out` and tries it, before minutes of work whose result would have nowhere to go.
 * @returns its absolute path @throws {BadInput}
 */
export function prepareOutDir(out: string): string {
  if (out === '') throw new BadInput('--out: a folder needs a name.')
  const folder = path.resolve(out)
  tryFolder(folder)
  return folder
}

/** As {@link prepareOutDir}, where `--out` is the file itself. */
export function prepareOutFile(out: string): string {
  if (out === '') throw new BadInput('--out: a file needs a name.')
  const file = path.resolve(out)
  tryFolder(path.dirname(file))
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new BadInput(`--out: ${file} is a folder, not a file.`)
  }
  return file
}
