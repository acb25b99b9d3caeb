/**
 * Runs a TypeScript program of this project: `node scripts/run-ts.mjs <entry.ts> [arguments]`.
 *
 * The entry is bundled by esbuild and then run as plain JavaScript. A loader that compiles file by file took several
 * seconds for some 500 files, and on Node 20 its thread now and then never answered, which left the program waiting
 * for ever.
 */
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle/bundle.mjs'

const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('Usage: node scripts/run-ts.mjs <entry.ts> [arguments]')
  process.exit(2)
}
const file = await bundle(entry)
process.argv = [process.argv[0], file, ...args]
await import(pathToFileURL(file).href)
