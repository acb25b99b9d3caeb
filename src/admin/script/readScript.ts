import {
  type Breakdown,
  breakdown,
  parseFountain,
  type Screenplay,
  ScriptError,
  type ScriptProblem,
} from '@/screenplay'

/** A text as the script room sees it, whether or not it is a screenplay yet. */
export interface Reading {
  /** With `\n` line endings: what every range counts lines in. */
  text: string
  screenplay: Screenplay
  /** Null where the text cannot be broken down; `problems` says why. */
  breakdown: Breakdown | null
  /** What keeps the text from being a script; empty where nothing does. */
  problems: ScriptProblem[]
}

/** Reads any text; never fails. Linear. */
export function readScript(typed: string): Reading {
  const text = typed.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const screenplay = parseFountain(text)
  try {
    return { text, screenplay, breakdown: breakdown(screenplay), problems: [] }
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    return { text, screenplay, breakdown: null, problems: error.problems }
  }
}
