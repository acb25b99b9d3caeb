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

/**
 * Gives Payload's error classes their names back. It tells a validation error, whose fields REST shows, by the name of
 * its class, and that is shortened when the product is built.
 */
export function nameErrors(): void {
  for (const [name, each] of Object.entries(CLASSES)) Object.defineProperty(each, 'name', { value: name })
}
