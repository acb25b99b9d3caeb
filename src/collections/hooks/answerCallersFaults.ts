import type { AfterErrorHook, PayloadRequest } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { isTaken, takenField } from '@/lib/takenField'
import { NOT_FETCHED } from '../Media/fetchNothing'

interface Outer {
  status?: unknown
  message?: unknown
  data?: { collection?: string; errors?: Array<{ path?: unknown; message?: unknown }> } | null
}

/** What busboy says of a form that is none. */
const BROKEN_FORM = /^(?:Malformed part header|Unexpected end of (?:form|file)|.*\bboundary\b)/i

/** A body that Payload could not read has left no data behind. */
const isUnread = (req: PayloadRequest): boolean => req.data === undefined && !req.file

function problemsOf(error: unknown, req: PayloadRequest): FieldProblem[] | null {
  if (error instanceof URIError)
    return [{ field: 'address', message: 'holds a % that is not followed by a character of UTF-8' }]
  if (error instanceof SyntaxError && req.data === undefined)
    return [{ field: 'body', message: 'is not readable JSON' }]
  const { message, data } = error as Outer
  if (isUnread(req) && BROKEN_FORM.test(String(message)))
    return [{ field: 'body', message: 'is not a readable form' }]
  if (String(message).includes(NOT_FETCHED)) return [{ field: 'url', message: NOT_FETCHED }]
  const errors = data?.errors
  if (!Array.isArray(errors) || !errors.some((each) => isTaken(String(each.message)))) return null
  return errors.map((each) => ({
    field: takenField(data?.collection, String(each.path)),
    message: isTaken(String(each.message)) ? 'is taken already' : String(each.message),
  }))
}

/**
 * Payload answers 500 where an address or a body cannot be read, and names a taken field as the database does. Both are
 * the caller's to mend: 400, by the field that they know. For all of REST and GraphQL.
 */
export const answerCallersFaults: AfterErrorHook = ({ error, req, graphqlResult }) => {
  const cause = (error as { originalError?: unknown }).originalError ?? error
  const problems = problemsOf(cause, req)
  if (!problems) return undefined
  const { message, code, details } = new ValidationError(problems)
  // The admin marks fields by `errors`.
  const data = { code, ...details, errors: problems.map(({ field, message }) => ({ path: field, message })) }
  if (graphqlResult) {
    const { extensions, ...rest } = graphqlResult as { extensions?: object }
    return {
      graphqlResult: { ...rest, message, extensions: { ...extensions, data, statusCode: 400 } } as never,
    }
  }
  return { status: 400, response: { errors: [{ name: 'ValidationError', message, data }] } }
}
