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
const KEEP_MS = 24 * 60 * 60 * 1000

/** Bundles an entry. @returns the path of the program; the same source always gives the same path. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(entry)],
    absWorkingDir: root,
    outfile: path.join(cache, 'entry.mjs'),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  const code = outputFiles[0].contents
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = path.join(cache, `${path.basename(entry, '.ts')}-${hash}.mjs`)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(cache, { recursive: true })
    // Written aside and renamed: another process may be doing the same.
    const partial = `${file}.${process.pid}`
    fs.writeFileSync(partial, code)
    fs.renameSync(partial, file)
    for (const name of fs.readdirSync(cache)) {
      const old = path.join(cache, name)
      const age = Date.now() - (fs.statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (old !== file && age > KEEP_MS) fs.rmSync(old, { force: true })
    }
  }
  return file
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
