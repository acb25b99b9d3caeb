export type ProcessErrorCode = 'not-found' | 'timeout' | 'aborted' | 'exit' | 'too-much-output'

/** A child process did not do what it was started for. `stderr` is the end of what it wrote there. */
export class ProcessError extends Error {
  readonly code: ProcessErrorCode
  readonly exitCode: number | null
  readonly stderr: string

  constructor(
    code: ProcessErrorCode,
    message: string,
    details: { exitCode?: number | null; stderr?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'ProcessError'
    this.code = code
    this.exitCode = details.exitCode ?? null
    this.stderr = details.stderr ?? ''
  }
}
