import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { type FieldProblem, ShowrunnerError, ValidationError } from '@/errors'
import type { ApiEnv } from './types'

export interface ErrorBody {
  error: { code: string; message: string; details: Record<string, unknown> }
}

export const errorBody = (
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): ErrorBody => ({ error: { code, message, details } })

/** Nobody is signed in, or the credentials are not (or no longer) valid. */
export class Unauthenticated extends ShowrunnerError {
  constructor() {
    super('unauthenticated', 'Sign in, or send an API key or a token.', 401)
  }
}

/** Every wrong field at once, by its path: `steps.0`, `file`. */
export function problemsOf(error: ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [path, key].filter(Boolean).join('.'),
        message: 'is not known here',
      }))
    }
    return [{ field: path || 'body', message: issue.message }]
  })
}

const HTTP_CODES: Record<number, string> = { 400: 'bad-request', 413: 'too-large' }

/** The one place where an error becomes an answer. What is not meant for callers is logged, never sent. */
export function answerError(error: Error, c: Context<ApiEnv>): Response {
  if (error instanceof ShowrunnerError) {
    return c.json(errorBody(error.code, error.message, error.details), error.status as ContentfulStatusCode)
  }
  if (error instanceof HTTPException && error.status < 500) {
    const code = HTTP_CODES[error.status] ?? 'bad-request'
    return c.json(errorBody(code, error.message), error.status)
  }
  const requestId = c.get('requestId')
  const logger = c.get('payload')?.logger ?? console
  logger.error({ err: error, requestId, method: c.req.method, path: c.req.path, msg: 'A request failed' })
  return c.json(errorBody('internal', 'Something went wrong on our side.', { requestId }), 500)
}

/** Turns what zod found into the error that services throw for bad input. */
export function rejectInvalid(result: { success: boolean; error?: unknown }): void {
  if (!result.success) throw new ValidationError(problemsOf(result.error as ZodError))
}
