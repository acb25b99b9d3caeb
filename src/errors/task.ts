/** The code of a task that ended because what it was about is gone. */
export const SUBJECT_GONE = 'subject-gone'

/** The task belongs to somebody else now: stop, write nothing. */
export class LeaseLost extends Error {
  constructor() {
    super('The lease on this task was lost.')
    this.name = 'LeaseLost'
  }
}

/** A person cancelled the task: stop. What is not written yet is not wanted any more. */
export class TaskCancelled extends Error {
  constructor() {
    super('The task was cancelled.')
    this.name = 'TaskCancelled'
  }
}

/** A fault that trying again cannot mend: the task goes to the dead letters at once. */
export class PermanentTaskError extends Error {
  readonly isRetryable = false
  readonly code: string

  constructor(message: string, code = 'invalid-input') {
    super(message)
    this.name = 'PermanentTaskError'
    this.code = code
  }
}

/** What the task is about has been deleted, or is in the trash: there is nothing to do, and nothing has failed. */
export class SubjectGone extends Error {
  readonly isRetryable = false
  readonly code = SUBJECT_GONE

  constructor(subject: string, whole = 'episode') {
    super(`${subject} is not in the ${whole} any more.`)
    this.name = 'SubjectGone'
  }
}

/** It is unknown whether a paid call was accepted: a person must look before anything is tried again. */
export class UnknownAcceptance extends Error {
  readonly isRetryable = false
  readonly code = 'acceptance-unknown'

  constructor(provider: string) {
    super(
      `The worker stopped while asking ${provider}, and it is unknown whether the request was accepted. Look at the provider’s account, then retry or discard.`,
    )
    this.name = 'UnknownAcceptance'
  }
}
