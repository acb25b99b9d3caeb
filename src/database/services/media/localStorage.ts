import { mkdir, opendir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MediaStorage, StoredFile } from '@/contracts'

const PAGE = 500

/** Hidden, so that it is no media: says whose files these are. */
const OWNER_FILE = '.showrunner'

/** What our own trials of the disk leave behind when they are killed (`failedUpload`, `ensureWritableFolder`). */
const LEFTOVER = /^\.(room|showrunner)-/

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Null where it is gone, or no file. */
async function lookAt(folder: string, name: string): Promise<StoredFile | null> {
  try {
    const found = await stat(path.join(folder, name))
    return found.isFile() ? { name, bytes: found.size, modifiedAt: found.mtime } : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function lookAtAll(folder: string, names: readonly string[]): Promise<StoredFile[]> {
  const found = await Promise.all(names.map((name) => lookAt(folder, name)))
  return found.filter((file) => file !== null)
}

/** Media in a folder of this machine. */
export function localStorage(folder: string): MediaStorage {
  return {
    place: folder,
    async *list() {
      await mkdir(folder, { recursive: true })
      let names: string[] = []
      for await (const entry of await opendir(folder)) {
        if (!entry.isFile() || (entry.name.startsWith('.') && !LEFTOVER.test(entry.name))) continue
        names.push(entry.name)
        if (names.length < PAGE) continue
        yield await lookAtAll(folder, names)
        names = []
      }
      if (names.length > 0) yield await lookAtAll(folder, names)
    },
    async existing(names) {
      return new Set((await lookAtAll(folder, names)).map(({ name }) => name))
    },
    async remove(file) {
      const now = await lookAt(folder, file.name)
      if (now?.bytes !== file.bytes || now.modifiedAt.getTime() !== file.modifiedAt.getTime()) return false
      await rm(path.join(folder, file.name), { force: true })
      return true
    },
    async owner() {
      try {
        return (await readFile(path.join(folder, OWNER_FILE), 'utf8')).trim() || null
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async claim(studioId) {
      await writeFile(path.join(folder, OWNER_FILE), `${studioId}\n`)
    },
  }
}
