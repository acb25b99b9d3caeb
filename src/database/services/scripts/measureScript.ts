import { breakdown, parseFountain, refuseTooManyLines, ScriptError } from '@/screenplay'

export interface ScriptMeasure {
  wordCount: number
  /** Pages, in eighths. */
  pageCount: number
  /** Seconds. */
  durationSeconds: number
}

/** Counts a script as it is typed. A draft that is no screenplay yet is counted in words alone. */
export function measureScript(text: string): ScriptMeasure {
  try {
    refuseTooManyLines(text)
    const { wordCount, pageCount, durationSeconds } = breakdown(parseFountain(text))
    return { wordCount, pageCount, durationSeconds }
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    return { wordCount: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, pageCount: 0, durationSeconds: 0 }
  }
}
