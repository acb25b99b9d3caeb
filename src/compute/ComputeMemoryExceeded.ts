/** The process that a job ran in took more memory than the job may, and was ended. The same job would do so again. */
export class ComputeMemoryExceeded extends Error {
  readonly code = 'compute-memory-exceeded'
  readonly isRetryable = false

  /** @param maxBytes what the job may have */
  constructor(maxBytes: number) {
    super(`The process that did the work took more than ${Math.round(maxBytes / 1024 ** 2)} MB of memory.`)
    this.name = 'ComputeMemoryExceeded'
  }
}
