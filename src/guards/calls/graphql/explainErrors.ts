import type { Payload } from 'payload'
import { ValidationError } from '@/errors'

interface GraphqlError {
  message: string
  originalError?: unknown
}

/** Payload leaves out of what somebody may do what they may not, of which its schema says that it is there. */
const IS_NOTHING = /^Cannot return null for non-nullable field Access\./

/**
 * What graphql itself says of a query, such as a variable that is missing, has no error behind it. Payload’s handler
 * (routes/graphql/handler, `handleError`) reads the one behind it all the same, and fails.
 */
export function explainGraphqlErrors(payload: Payload): void {
  payload.extensions = async ({ result }) => {
    for (const error of (result.errors ?? []) as unknown as GraphqlError[]) {
      if (error.originalError && !IS_NOTHING.test(error.message)) continue
      error.originalError = new ValidationError([
        { field: 'query', message: `cannot be done: ${error.message}` },
      ])
    }
    return result
  }
}
