import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'
import { ScriptError } from './ScriptError'
import { refuseTooManyLines } from './script-size'
import type { Breakdown, Screenplay } from './types'

export interface StoredScript {
  screenplay: Screenplay
  breakdown: Breakdown
  /** The script as Fountain with `\n` line endings: what every `range` counts lines in. */
  text: string
}

/**
 * Reads a script as it is stored and edited: as Fountain, whatever kind of file it came from.
 *
 * @throws ScriptError where the text is no screenplay.
 */
export function readStored(stored: string): StoredScript {
  const text = stored.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  // Where it is kept it would end there.
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length
    throw new ScriptError({ line, message: 'This holds a character that no text can have (NUL).' })
  }
  refuseTooManyLines(text)
  const screenplay = parseFountain(text)
  return { screenplay, breakdown: breakdown(screenplay), text }
}
