import { isStalled } from '@/compute'
import { type FieldProblem, Forbidden, NotFound, ShowrunnerError, ValidationError } from '@/errors'
import { isTaken, takenField } from '@/lib/takenField'
import { ScriptError } from '@/screenplay'
import { UnreadableScript } from './scripts/UnreadableScript'

/** What Payload's errors look like from outside. */
interface PayloadError {
  status: number
  data?: { collection?: string; errors?: Array<{ path: string; message: string }> } | null
}

/**
 * By its shape, not by its class: a built server may hold Payload more than once, and an error of one copy is
 * no instance of the other's classes.
 */
const isPayloadError = (error: unknown): error is PayloadError =>
  error instanceof Error && typeof (error as { status?: unknown }).status === 'number' && 'isPublic' in error

/** By its code for the same reason. */
const isScriptError = (error: unknown): error is ScriptError =>
  error instanceof ScriptError ||
  (error instanceof Error && (error as { code?: unknown }).code === 'SCRIPT_UNREADABLE')

/** @param collection of the document: a taken field is named as people know it */
export const problemOf =
  (collection: string | undefined) =>
  ({ path, message }: { path: string; message: string }): FieldProblem =>
    isTaken(message)
      ? { field: takenField(collection, path), message: 'is taken already' }
      : { field: path, message: message.replace(/^(This field|Value) /i, '') }

/** An error of Payload or of a pure function as the service layer's own; others pass as they are. */
export function translateError(error: unknown, what: string, id: string | null): unknown {
  if (error instanceof ShowrunnerError) return error
  if (isScriptError(error)) return new UnreadableScript(error)
  if (isStalled(error)) return new ShowrunnerError(error.code, error.message, 409)
  // One of ours from another bundle: its code says so.
  if (!isPayloadError(error) || typeof (error as { code?: unknown }).code === 'string') return error
  if (error.status === 404) return new NotFound(what, id ?? 'given')
  if (error.status === 403) return new Forbidden()
  const problems = error.data?.errors
  return error.status === 400 && Array.isArray(problems)
    ? new ValidationError(problems.map(problemOf(error.data?.collection)))
    : error
}
