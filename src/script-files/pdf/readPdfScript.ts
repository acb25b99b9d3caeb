import type { ScriptSource } from '../ScriptFormat'
import { readPdf } from './readPdf'
import { toScript } from './toScript'

/** Reads a PDF as a script, as its pages say and nobody has confirmed; doubtful lines are warnings. */
export async function readPdfScript(bytes: Uint8Array): Promise<ScriptSource> {
  return toScript(await readPdf(bytes))
}
