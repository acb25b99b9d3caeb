import fs from 'node:fs'
import path from 'node:path'
import { bundlePackages, packagesApart } from './packages.mjs'
import { cache, hashOf, place, placeFolder, root, stamp, touch } from './store.mjs'

/** Besides the sources: what was bundled depends on how, and on what is installed. */
const HOW = ['tsconfig.json', 'node_modules/.package-lock.json', 'scripts/bundle']
for (const file of ['bundle.mjs', 'packages.mjs', 'store.mjs']) HOW.push(`scripts/bundle/${file}`)

const nameOf = (entry) => path.basename(entry, '.ts')
/** What was bundled last of an entry, and from what. Two entries may share a file's name. */
const noteOf = (entry) => path.join(cache, `${nameOf(entry)}-${hashOf(path.resolve(entry))}.json`)

/** @returns the folder that holds the program, or null where there is none that is up to date */
function upToDate(entry) {
  try {
    const { folder, packages, made } = JSON.parse(fs.readFileSync(noteOf(entry), 'utf8'))
    if (JSON.stringify(stamp(made.map(([each]) => each))) !== JSON.stringify(made)) return null
    return touch(packages) && touch(folder) ? path.join(cache, folder) : null
  } catch {
    return null
  }
}

async function makeBundle(entry) {
  const name = nameOf(entry)
  const startedAt = Date.now()
  const packages = await bundlePackages()
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
    plugins: [packagesApart(packages)],
    keepNames: true,
    sourcemap: 'inline',
    logLevel: 'error',
  })
  const hash = hashOf(...outputFiles.flatMap(({ path: file, contents }) => [path.basename(file), contents]))
  const folder = placeFolder(`${name}-${hash}`, outputFiles)
  const sources = Object.keys(metafile.inputs)
  // A file that is added may be found in the place of another: its folder has changed then.
  const folders = new Set(sources.map((file) => path.dirname(file)).filter((each) => each !== '.'))
  const made = stamp([...sources, ...folders, ...HOW])
  // One that changed meanwhile may have been read before: nobody can say what this was made from.
  if (made.every(([, changedAt]) => changedAt < startedAt)) {
    const note = JSON.stringify({ folder: path.basename(folder), packages, made })
    place(noteOf(entry), (partial) => fs.writeFileSync(partial, note))
  }
  return folder
}

/**
 * Bundles a TypeScript program, unless nothing has changed since it last was. What it imports late (`await import(…)`)
 * is a file of its own and costs nothing until then.
 * @returns the path of the program; the same source always gives the same path.
 */
export async function bundle(entry) {
  return path.join(upToDate(entry) ?? (await makeBundle(entry)), `${nameOf(entry)}.mjs`)
}
