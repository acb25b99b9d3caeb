import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** A folder that cannot be made or written to. The message is a sentence that names it. */
export class FolderUnusable extends Error {}

const WHY: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'the system does not allow it',
  EROFS: 'that disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'the system makes no folders there',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'the name is too long',
}

const why = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException
  return WHY[code] ?? message
}

function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Below a file: the walk upwards finds the file and names it.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

function makeMissing(folder: string): void {
  const missing: string[] = []
  let at = path.resolve(folder)
  for (let known = statOf(at); !known?.isDirectory(); known = statOf(at)) {
    if (known) throw new FolderUnusable(`${at} is a file, not a folder.`)
    missing.unshift(at)
    at = path.dirname(at)
  }
  for (const level of missing) {
    try {
      fs.mkdirSync(level)
    } catch (error) {
      // Another process may be making it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * Makes a folder where there is none, level by level: Node's own recursive way never ends below /proc, where
 * a folder cannot be made and its parent exists.
 * @throws {FolderUnusable}
 */
export function ensureFolder(folder: string): void {
  try {
    makeMissing(folder)
  } catch (error) {
    if (error instanceof FolderUnusable) throw error
    throw new FolderUnusable(`The folder ${folder} cannot be made: ${why(error)}.`)
  }
}

/** As {@link ensureFolder}, and proves by a file, taken away at once, that it can be written to. @throws {FolderUnusable} */
export function ensureWritableFolder(folder: string): void {
  ensureFolder(folder)
  const probe = path.join(folder, `.showrunner-${randomUUID()}`)
  try {
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch (error) {
    throw new FolderUnusable(`The folder ${folder} cannot be written to: ${why(error)}.`)
  }
}
