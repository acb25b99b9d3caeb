import { breakdown } from './breakdown'
import { formatOf, type ScriptFormatId } from './formats'
import { ScriptError } from './ScriptError'
import type { Breakdown, Screenplay } from './types'

export { breakdown } from './breakdown'
export { MAX_NAME_LENGTH } from './characters'
export { decodeScript, MAX_LINE_LENGTH } from './decode'
export { diffScenes } from './diff'
export type { DiffableScene, SceneDiff, SceneDiffEntry, SceneStatus } from './diff-types'
export { SCRIPT_FORMATS, type ScriptFormat, type ScriptFormatId } from './formats'
export { parseFountain } from './fountain/parse'
export { notesIn, plainText, stripEmphasis, stripSpans } from './fountain/plain-text'
export { sameScreenplay } from './fountain/same-screenplay'
export { writeFountain } from './fountain/write'
export { canonicalName, canonicalSpeaker, cueName, displayName } from './names'
export { ScriptError } from './ScriptError'
export { parseHeading } from './scene-heading'
export type * from './types'

export interface ReadScript {
  screenplay: Screenplay
  breakdown: Breakdown
  /** The script as text with `\n` line endings: what every `range` counts lines in. */
  text: string
  format: ScriptFormatId
}

/**
 * Reads a script file whole: recognises the format, decodes, parses and breaks it down.
 *
 * @param filename decides the format where the content does not, and stands in messages.
 * @throws ScriptError with `filename`, naming what is wrong and, where there is one, the line.
 */
export function readScript(bytes: Uint8Array, filename?: string): ReadScript {
  const format = formatOf(bytes, filename)
  const { screenplay, text } = format.read(bytes, filename)
  try {
    return { screenplay, breakdown: breakdown(screenplay), text, format: format.id }
  } catch (error) {
    // The breakdown does not know the file's name; the person who sent five files needs it.
    if (error instanceof ScriptError && error.filename === null && filename) {
      throw new ScriptError(error.problems, filename)
    }
    throw error
  }
}
export { MAX_SCRIPT_BYTES } from './limits'
