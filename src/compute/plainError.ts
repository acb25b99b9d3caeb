import { AnimaticError } from '@/exports/animatic/types'
import { ProcessError } from '@/lib/process/ProcessError'
import { ScriptError } from '@/screenplay/ScriptError'

/** An error as it goes from one process to another: what structured cloning keeps, and the rest of it too. */
export interface PlainError {
  name: string
  message: string
  stack?: string
  /** Own fields, such as `code` and `isRetryable`. */
  fields: Record<string, unknown>
  cause?: PlainError
}

/** Classes that somebody asks for by `instanceof`, under the names their instances carry. */
const CLASSES = new Map<string, { prototype: Error }>(
  Object.entries({ AnimaticError, ProcessError, ScriptError, RangeError, SyntaxError, TypeError }),
)
const MAX_CAUSES = 5
const HELD_APART = new Set(['name', 'message', 'stack', 'cause'])

function cloned(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return String(value)
  }
}

/** Whatever was thrown, ready to be sent. */
export function toPlainError(thrown: unknown, depth = 0): PlainError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), fields: {} }
  const { name, message, stack, cause } = thrown
  const fields = Object.entries(thrown).filter(([key]) => !HELD_APART.has(key))
  return {
    name,
    message,
    stack,
    fields: Object.fromEntries(fields.map(([key, value]) => [key, cloned(value)])),
    ...(cause === undefined || depth >= MAX_CAUSES ? {} : { cause: toPlainError(cause, depth + 1) }),
  }
}

/** The error again: same name, message, stack and fields, and an instance of its class where that is known here. */
export function fromPlainError({ name, message, stack, fields, cause }: PlainError): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause: fromPlainError(cause) })
  const known = CLASSES.get(name)
  if (known) Object.setPrototypeOf(error, known.prototype)
  if (error.name !== name) {
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true })
  }
  return Object.assign(error, stack === undefined ? {} : { stack }, fields)
}
