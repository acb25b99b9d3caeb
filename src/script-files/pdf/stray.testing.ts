import fs from 'node:fs'
import { madeScript } from './madeScript.testing'
import { readPdf } from './readPdf'
import { LAYOUTS, type Layout, typeset } from './typeset.testing'

/** A program for tests: reads the file that is named, or a good one and then breaks a promise of its own. */
const [file] = process.argv.slice(2)
const bytes = file
  ? new Uint8Array(fs.readFileSync(file))
  : await typeset(madeScript(2), LAYOUTS[0] as Layout)
const error = await readPdf(bytes).catch((each: Error) => each)
if (!file) void Promise.reject(new Error('a fault of our own'))
await new Promise((resolve) => setTimeout(resolve, 100))
process.stdout.write(`${error instanceof Error ? error.name : 'read'}, and alive\n`)
