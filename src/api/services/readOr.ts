import { Forbidden as PayloadForbidden } from 'payload'
import { Forbidden } from '@/errors'

/**
 * Reads a list, or gives `fallback` where access control refuses the whole collection: that is how it answers
 * somebody who is on no project yet, for whom there is just nothing to see.
 */
export async function readOr<Result>(fallback: Result, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof PayloadForbidden || error instanceof Forbidden) return fallback
    throw error
  }
}
