/**
 * Runs a TypeScript program of this project: `node scripts/run-ts.mjs <entry.ts> [arguments]`.
 *
 * The entry is bundled by esbuild (our own files only, packages stay where they are) and then run as plain
 * JavaScript. A loader that compiles file by file took several seconds for some 500 files, and on Node 20 its
 * thread now and then never answered, which left the program waiting for ever.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '..')
const cache = path.join(root, '.cache', 'run')
/** Longer than a worker is likely to run before it first needs a part that it imports late. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

const outputName = (entry) => path.basename(entry, '.ts')
/** What was bundled last of an entry, and from what. Two entries may share a file's name. */
const noteOf = (entry) => {
  const id = createHash('sha256').update(path.resolve(entry)).digest('hex').slice(0, 8)
  return path.join(cache, `${outputName(entry)}-${id}.json`)
}

/** Size and time of change of each: when all are as they were, so is what is made of them. */
function stamp(paths) {
  return paths.map((each) => {
    const stat = fs.statSync(path.join(root, each), { throwIfNoEntry: false })
    return [each, stat?.mtimeMs ?? 0, stat?.isFile() ? stat.size : 0]
  })
}

/** @returns the folder that holds the program, or null where there is none that is up to date */
function upToDate(entry) {
  try {
    const { folder, made } = JSON.parse(fs.readFileSync(noteOf(entry), 'utf8'))
    if (JSON.stringify(stamp(made.map(([each]) => each))) !== JSON.stringify(made)) return null
    // In use again, and to be kept for as long.
    const now = new Date()
    fs.utimesSync(path.join(cache, folder), now, now)
    return path.join(cache, folder)
  } catch {
    return null
  }
}

/** Writes aside and renames: another process may be doing the same. */
function place(target, write) {
  const partial = `${target}.${process.pid}`
  try {
    write(partial)
    fs.renameSync(partial, target)
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true })
    if (!fs.existsSync(target)) throw error
  }
}

function removeOld(kept) {
  for (const other of fs.readdirSync(cache)) {
    const old = path.join(cache, other)
    const age = Date.now() - (fs.statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (old !== kept && age > KEEP_MS) fs.rmSync(old, { recursive: true, force: true })
  }
}

async function makeBundle(entry) {
  const name = outputName(entry)
  const startedAt = Date.now()
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    entryPoints: { [name]: path.resolve(entry) },
    absWorkingDir: root,
    outdir: cache,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  const hash = createHash('sha256')
  for (const { path: file, contents } of outputFiles) hash.update(path.basename(file)).update(contents)
  const folder = path.join(cache, `${name}-${hash.digest('hex').slice(0, 16)}`)
  if (!fs.existsSync(folder)) {
    place(folder, (partial) => {
      fs.mkdirSync(partial, { recursive: true })
      for (const { path: file, contents } of outputFiles) {
        fs.writeFileSync(path.join(partial, path.basename(file)), contents)
      }
    })
    removeOld(folder)
  }
  const sources = Object.keys(metafile.inputs)
  // A file that is added may be found in the place of another: its folder has changed then.
  const folders = new Set(sources.map((file) => path.dirname(file)).filter((each) => each !== '.'))
  const made = stamp([...sources, ...folders, 'tsconfig.json', 'scripts/run-ts.mjs', 'package-lock.json'])
  // One that changed meanwhile may have been read before: nobody can say what this was made from.
  if (made.every(([, changedAt]) => changedAt < startedAt)) {
    place(noteOf(entry), (partial) =>
      fs.writeFileSync(partial, JSON.stringify({ folder: path.basename(folder), made })),
    )
  }
  return folder
}

/**
 * Bundles an entry, unless nothing has changed since it last was. What it imports late (`await import(…)`) is a file
 * of its own and costs nothing until then.
 * @returns the path of the program; the same source always gives the same path.
 */
export async function bundle(entry) {
  return path.join(upToDate(entry) ?? (await makeBundle(entry)), `${outputName(entry)}.mjs`)
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve(import.meta.filename)) {
  const [entry, ...args] = process.argv.slice(2)
  if (!entry) {
    console.error('Usage: node scripts/run-ts.mjs <entry.ts> [arguments]')
    process.exit(2)
  }
  const file = await bundle(entry)
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
}
