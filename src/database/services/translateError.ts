import {
  Forbidden as PayloadForbidden,
  NotFound as PayloadNotFound,
  ValidationError as PayloadValidationError,
} from 'payload'
import { Forbidden, NotFound, ShowrunnerError, ValidationError } from '@/errors'
import { ScriptError } from '@/screenplay'
import { UnreadableScript } from './scripts/UnreadableScript'

const uniqueMessage = /unique|duplicate/i

/** An error of Payload or of a pure function as the service layer's own; others pass as they are. */
export function translateError(error: unknown, what: string, id: string | null): unknown {
  if (error instanceof ShowrunnerError) return error
  if (error instanceof ScriptError) return new UnreadableScript(error)
  if (error instanceof PayloadNotFound) return new NotFound(what, id ?? 'given')
  if (error instanceof PayloadForbidden) return new Forbidden()
  if (error instanceof PayloadValidationError) {
    return new ValidationError(
      error.data.errors.map(({ path, message }) => ({
        field: path,
        message: uniqueMessage.test(message)
          ? 'is taken already'
          : message.replace(/^(This field|Value) /i, ''),
      })),
    )
  }
  return error
}
