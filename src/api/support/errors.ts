import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { type FieldProblem, ValidationError } from '@/errors'
import { recognise } from './recognise'
import type { ApiEnv } from './types'

export interface ErrorBody {
  error: { code: string; message: string; details: Record<string, unknown> }
}

export const errorBody = (
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): ErrorBody => ({ error: { code, message, details } })

type Issue = ZodError['issues'][number]

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

/** `must be a string` where zod says `Invalid input: expected string, received number`. */
function inPlainWords(issue: Issue): string {
  const { message } = issue
  if (issue.code === 'invalid_type' && message.startsWith('Invalid input')) {
    return /received undefined/.test(message) ? 'is missing' : `must be ${article(issue.expected)}`
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  const unit =
    { string: ' characters', array: ' entries' }[String('origin' in issue ? issue.origin : '')] ?? ''
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unit}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unit}`
  return message
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
    return [{ field: path || 'body', message: inPlainWords(issue) }]
  })
}

const HTTP_CODES: Record<number, string> = {
  400: 'bad-request',
  413: 'too-large',
  415: 'unsupported-media-type',
}

/** The one place where an error becomes an answer. What is not meant for callers is logged, never sent. */
export function answerError(error: Error, c: Context<ApiEnv>): Response {
  // Nobody hears it, and nothing went wrong. 499 is what servers log for it.
  if (c.req.raw.signal.aborted) return c.json(errorBody('gone', 'Whoever asked has gone.'), 499 as never)
  const known = recognise(error)
  if (known) {
    return c.json(errorBody(known.code, known.message, known.details), known.status as ContentfulStatusCode)
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
