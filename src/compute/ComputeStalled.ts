/** A job came no further for so long that it was ended. The same job would stop at the same place again. */
export class ComputeStalled extends Error {
  readonly code = 'compute-stalled'
  readonly isRetryable = false

  /**
   * @param ms it was waited for
   * @param reached how far it had come, 0 to 1
   */
  constructor(
    ms: number,
    readonly reached: number,
  ) {
    super(`The work came no further for ${inWords(ms)} at ${Math.floor(reached * 100)} %, so it was ended.`)
    this.name = 'ComputeStalled'
  }
}

const inWords = (ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}

/** By its code: a built server may hold the class more than once. */
export const isStalled = (error: unknown): error is ComputeStalled =>
  error instanceof Error && (error as { code?: unknown }).code === 'compute-stalled'
