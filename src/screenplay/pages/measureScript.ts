import { breakdown } from '../breakdown'
import { parseFountain } from '../fountain/parse'
import { ScriptError } from '../ScriptError'
import { refuseTooManyLines } from '../script-size'
import { paginate } from './paginate'

export interface ScriptMeasure {
  wordCount: number
  /** As it is printed, without the title page. */
  pageCount: number
  /** Seconds. */
  durationSeconds: number
}

/** Counts a script as it is typed. A draft that is no screenplay yet is counted in words alone. */
export function measureScript(text: string): ScriptMeasure {
  try {
    refuseTooManyLines(text)
    const screenplay = parseFountain(text)
    const { wordCount, durationSeconds } = breakdown(screenplay)
    return { wordCount, pageCount: paginate(screenplay).length, durationSeconds }
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    return measureWords(text)
  }
}

/** All that can be counted of what is no screenplay. */
export const measureWords = (text: string): ScriptMeasure => ({
  wordCount: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
  pageCount: 0,
  durationSeconds: 0,
})
