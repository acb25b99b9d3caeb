import { problemOf, translateError } from '@/database/services/translateError'
import { type FieldProblem, Forbidden, ShowrunnerError, ValidationError } from '@/errors'

const NOT_FOUND = 'There is no such thing, or none that you may see.'

/** What Payload's errors and ours look like from outside. */
interface PublicError {
  message: string
  status: number
  isPublic?: boolean
  code?: unknown
  details?: unknown
  data?: unknown
}

const isPublicError = (error: unknown): error is PublicError =>
  error instanceof Error &&
  typeof (error as { status?: unknown }).status === 'number' &&
  (error as { isPublic?: unknown }).isPublic === true

/**
 * An error that a caller may act on, in our own vocabulary; null for one that is nobody's business.
 *
 * Known by its shape, not only by its class: a built server holds several copies of Payload and of this code
 * (one in each bundle), the one Payload instance belongs to whichever bundle was loaded first, and an error
 * thrown in that bundle is no instance of this bundle's classes.
 */
export function recognise(error: unknown): ShowrunnerError | null {
  if (error instanceof ShowrunnerError) return error
  if (!isPublicError(error)) {
    const translated = translateError(error, 'document', null)
    return translated instanceof ShowrunnerError ? translated : null
  }
  if (typeof error.code === 'string') {
    return new ShowrunnerError(error.code, error.message, error.status, recordOf(error.details))
  }
  if (error.status === 403) return new Forbidden()
  if (error.status === 404) return new ShowrunnerError('not-found', NOT_FOUND, 404)
  const problems = problemsIn(error.data)
  if (error.status === 400 && problems) return new ValidationError(problems)
  return error.status < 500 ? new ShowrunnerError('refused', error.message, error.status) : null
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The fields that Payload's ValidationError names. */
function problemsIn(data: unknown): FieldProblem[] | null {
  const { errors, collection } = recordOf(data)
  const plain = problemOf(typeof collection === 'string' ? collection : undefined)
  if (!Array.isArray(errors)) return null
  return errors.map((each) => {
    const { path, message } = recordOf(each)
    return plain({ path: String(path ?? 'body'), message: String(message ?? 'is not usable') })
  })
}
