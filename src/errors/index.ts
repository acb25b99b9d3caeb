import { APIError } from 'payload'

export interface FieldProblem {
  /** A path such as `settings.fps` or `scenes.3.heading`. */
  field: string
  message: string
}

/**
 * The base of every error that a caller may act on: a stable code, an HTTP status, and a message in plain
 * words. Payload's REST and GraphQL answer with its status and message as they are.
 */
export class ShowrunnerError extends APIError {
  constructor(
    readonly code: string,
    message: string,
    status: number,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message, status, { code, ...details }, true)
    // REST answers it. The class's own is whatever the build has made of it.
    this.name = inPascalCase(code)
  }
}

/** `not-found` as `NotFound`. */
const inPascalCase = (code: string): string =>
  code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

export class NotFound extends ShowrunnerError {
  constructor(what: string, id: string) {
    super('not-found', `There is no ${what} with the id ${id}.`, 404, { what, id })
  }
}

/** Nobody is signed in, or the credentials are not (or no longer) valid. */
export class Unauthenticated extends ShowrunnerError {
  constructor() {
    super(
      'unauthenticated',
      'Nobody is signed in. Sign in, or send an API key or a token that is valid.',
      401,
    )
  }
}

export class Forbidden extends ShowrunnerError {
  constructor(message = 'You may not do this.') {
    super('forbidden', message, 403)
  }
}

/** Bad input: one error that names every field that is wrong. */
export class ValidationError extends ShowrunnerError {
  /** @param summary what is said in one line in the place of all that is wrong */
  constructor(
    readonly problems: FieldProblem[],
    summary = problems.map(({ field, message }) => `${field} ${message}`).join('; '),
  ) {
    super('validation-failed', `The input is not usable: ${summary}`, 400, { problems })
    this.name = 'ValidationError'
  }
}

/** What is asked collides with what is there. */
export class Conflict extends ShowrunnerError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('conflict', message, 409, details)
  }
}

/** What the caller looked at has changed since; `etag` is what it is now. */
export class PreconditionFailed extends ShowrunnerError {
  constructor(message: string, etag: string) {
    super('precondition-failed', message, 412, { etag })
  }
}

/** Something was tried too often; it can be tried again after so many seconds. */
export class TooManyTries extends ShowrunnerError {
  constructor(
    message: string,
    readonly retryAfter: number,
  ) {
    super('too-many-tries', message, 429, { retryAfter })
  }
}

/** The database file is held by another process, or is not a database. */
export class DatabaseUnavailable extends ShowrunnerError {
  constructor(message: string) {
    super('database-unavailable', message, 503)
  }
}

/** AI is switched off for the server or for the project. */
export class AiDisabled extends ShowrunnerError {
  constructor(message: string) {
    super('ai-disabled', message, 409)
  }
}
