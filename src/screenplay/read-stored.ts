import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'
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
  const screenplay = parseFountain(text)
  return { screenplay, breakdown: breakdown(screenplay), text }
}
