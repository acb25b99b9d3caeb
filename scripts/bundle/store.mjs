import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
/** Where bundles lie, each in a folder named after what is in it. Can be removed at any time. */
export const cache = path.join(root, '.cache', 'run')
/** Longer than a program is likely to run before it first needs a part that it imports late. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

export const hashOf = (...pieces) => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex').slice(0, 16)
}

/** Size and time of change of each: where all are as they were, so is what was made of them. */
export function stamp(paths) {
  return paths.map((each) => {
    const stat = fs.statSync(path.join(root, each), { throwIfNoEntry: false })
    return [each, stat?.mtimeMs ?? 0, stat?.isFile() ? stat.size : 0]
  })
}

/** Writes aside and renames: another process may be doing the same, and nobody may find half of it. */
export function place(target, write) {
  const partial = `${target}.${process.pid}`
  try {
    fs.mkdirSync(cache, { recursive: true })
    write(partial)
    fs.renameSync(partial, target)
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true })
    if (!fs.existsSync(target)) throw error
  }
}

/** Keeps the files that esbuild made in the folder of that name, unless they are there. */
export function placeFolder(name, outputFiles) {
  const folder = path.join(cache, name)
  if (touch(name)) return folder
  place(folder, (partial) => {
    fs.mkdirSync(partial, { recursive: true })
    for (const { path: file, contents } of outputFiles) {
      fs.writeFileSync(path.join(partial, path.basename(file)), contents)
    }
  })
  removeOld(folder)
  return folder
}

/** A folder that is used is kept for as long again. @returns whether it is there */
export function touch(name) {
  try {
    const now = new Date()
    fs.utimesSync(path.join(cache, name), now, now)
    return true
  } catch {
    return false
  }
}

function removeOld(kept) {
  for (const other of fs.readdirSync(cache)) {
    const old = path.join(cache, other)
    const age = Date.now() - (fs.statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (old !== kept && age > KEEP_MS) fs.rmSync(old, { recursive: true, force: true })
  }
}
