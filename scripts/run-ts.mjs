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
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const cache = path.join(root, '.cache', 'run')
/** Longer than a worker is likely to run before it first needs a part that it imports late. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Bundles an entry. What it imports late (`await import(…)`) is a file of its own and costs nothing until then.
 * @returns the path of the program; the same source always gives the same path.
 */
export async function bundle(entry) {
  const name = path.basename(entry, '.ts')
  const { outputFiles } = await build({
    entryPoints: { [name]: path.resolve(entry) },
    absWorkingDir: root,
    outdir: cache,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
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
    // Written aside and renamed: another process may be doing the same.
    const partial = `${folder}.${process.pid}`
    fs.mkdirSync(partial, { recursive: true })
    for (const { path: file, contents } of outputFiles) {
      fs.writeFileSync(path.join(partial, path.basename(file)), contents)
    }
    try {
      fs.renameSync(partial, folder)
    } catch (error) {
      fs.rmSync(partial, { recursive: true, force: true })
      if (!fs.existsSync(folder)) throw error
    }
    for (const other of fs.readdirSync(cache)) {
      const old = path.join(cache, other)
      const age = Date.now() - (fs.statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (old !== folder && age > KEEP_MS) fs.rmSync(old, { recursive: true, force: true })
    }
  }
  return path.join(folder, `${name}.mjs`)
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
