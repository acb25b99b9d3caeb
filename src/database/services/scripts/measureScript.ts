export interface ScriptMeasure {
  wordCount: number
  pageCount: number
  /** Seconds. */
  durationSeconds: number
}

/** TODO */
export function measureScript(text: string): ScriptMeasure {
  return { wordCount: text.split(/\s+/).length, pageCount: 0, durationSeconds: 0 }
}
