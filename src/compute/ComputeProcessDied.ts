/** The process that a job ran in is gone: killed, out of memory, crashed. The same job may succeed in another. */
export class ComputeProcessDied extends Error {
  readonly code = 'compute-process-died'
  readonly isRetryable = true

  constructor(how: string, lastWords = '') {
    super(`The process that did the work ${how}.${lastWords ? ` It said: ${lastWords}` : ''}`)
    this.name = 'ComputeProcessDied'
  }
}
