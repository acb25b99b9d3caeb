import type { ScriptFormatId } from '@/contracts'
import { breakdown, ScriptError, type ScriptProblem, type SourceMark, type StoredScript } from '@/screenplay'
import { unpack } from './containers'
import { formatOf, isScriptName } from './formats'
import type { ReadingChoices, ReadingRule } from './ReadingChoices'
import type { ScriptFormat } from './ScriptFormat'

export interface ReadScript extends StoredScript {
  format: ScriptFormatId
  marks: SourceMark[]
  /** What the file itself gave to say: a reading of the text alone does not say it again. */
  fileWarnings: ScriptProblem[]
  /** See `ScriptSource`. */
  rules?: ReadingRule[]
}

/**
 * Reads a script file whole: takes it out of its archive, recognises the format, decodes, parses and breaks it down.
 *
 * @param filename decides the format where the content does not, and stands in messages.
 * @param choices what people decided about the reading of a PDF.
 * @param onPage after each page of a PDF, with what part of them is read.
 * @throws ScriptError with `filename`, naming what is wrong and, where there is one, the line.
 */
export async function readScript(
  bytes: Uint8Array,
  filename?: string,
  choices?: ReadingChoices,
  onPage?: (fraction: number) => void,
): Promise<ReadScript> {
  try {
    const file = await unpack({ bytes, filename }, isScriptName)
    const format: ScriptFormat = formatOf(file.bytes, file.filename)
    const { screenplay, text, warnings, marks, rules } = await format.read(
      file.bytes,
      filename,
      choices,
      onPage,
    )
    const found = breakdown(screenplay)
    return {
      screenplay,
      breakdown: { ...found, warnings: [...warnings, ...found.warnings] },
      text,
      fileWarnings: warnings,
      format: format.id,
      marks,
      ...(rules ? { rules } : {}),
    }
  } catch (error) {
    // The breakdown does not know the file's name.
    throw ScriptError.in(filename, error)
  }
}
