import {
  APIError,
  AuthenticationError,
  ErrorDeletingFile,
  FileRetrievalError,
  FileUploadError,
  Forbidden,
  Locked,
  LockedAuth,
  MissingFile,
  NotFound,
  QueryError,
  UnauthorizedError,
  UnverifiedEmail,
  ValidationError,
} from 'payload'

const CLASSES = {
  APIError,
  AuthenticationError,
  ErrorDeletingFile,
  FileRetrievalError,
  FileUploadError,
  Forbidden,
  Locked,
  LockedAuth,
  MissingFile,
  NotFound,
  QueryError,
  UnauthorizedError,
  UnverifiedEmail,
  ValidationError,
}

type Class = abstract new (...args: never[]) => unknown
const isOrdinarily = Function.prototype[Symbol.hasInstance]

function isOfName(value: unknown, name: string): boolean {
  for (let proto = value; typeof proto === 'object' && proto !== null; proto = Object.getPrototypeOf(proto)) {
    if (Object.hasOwn(proto, 'constructor') && (proto.constructor as Class).name === name) return true
  }
  return false
}

/**
 * Makes an error class known by its name: that one is given back to it, because classes are renamed when the product
 * is built, and an error that another copy of the class made is an instance of this one too. A built server holds a
 * copy for what answers requests and one for its pages, while there is one Payload, which either may call.
 */
export function knowByName(known: Class, name: string): void {
  Object.defineProperty(known, 'name', { value: name })
  Object.defineProperty(known, Symbol.hasInstance, {
    // A second copy of the configuration in one process says the same again.
    configurable: true,
    value(this: Class, error: unknown) {
      // Subclasses inherit this, and are known as ever.
      return (
        isOrdinarily.call(this, error) || (this === known && error instanceof Error && isOfName(error, name))
      )
    },
  })
}

/** Payload tells its errors by their classes: whether REST may show the message, and which fields are wrong. */
export function nameErrors(): void {
  for (const [name, each] of Object.entries(CLASSES)) knowByName(each, name)
}
