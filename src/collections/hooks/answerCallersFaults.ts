import type { AfterErrorHook, PayloadRequest } from 'payload'
import { Conflict, type FieldProblem, type ShowrunnerError, ValidationError } from '@/errors'
import { isTaken, takenField } from '@/lib/takenField'
import { NOT_FETCHED } from '../Media/fetchNothing'
import { isRemovedMeanwhile } from '../Media/removedMeanwhile'

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
 * Payload answers 500 where an address or a body cannot be read, or two remove one file, and names a taken field as the
 * database does. It is the caller's to mend: 400, by the field that they know, or 409. For all of REST and GraphQL.
 */
export const answerCallersFaults: AfterErrorHook = async ({ error, req, graphqlResult }) => {
  const cause = (error as { originalError?: unknown }).originalError ?? error
  if (await isRemovedMeanwhile(cause))
    return answer(new Conflict('Somebody removed the same at the same moment.'), graphqlResult)
  const problems = problemsOf(cause, req)
  if (!problems) return undefined
  // The admin marks fields by `errors`.
  const errors = problems.map(({ field, message }) => ({ path: field, message }))
  return answer(new ValidationError(problems), graphqlResult, { errors })
}

function answer(
  { name, message, code, status, details }: ShowrunnerError,
  graphqlResult: Parameters<AfterErrorHook>[0]['graphqlResult'],
  more: object = {},
) {
  const data = { code, ...details, ...more }
  if (!graphqlResult) return { status, response: { errors: [{ name, message, data }] } }
  const { extensions, ...rest } = graphqlResult as { extensions?: object }
  return {
    graphqlResult: { ...rest, message, extensions: { ...extensions, data, statusCode: status } } as never,
  }
}
