/**
 * Reads a list, or gives `fallback` where access control refuses the whole collection: that is how it answers
 * somebody who is on no project yet, for whom there is just nothing to see. Known by its status, not its class:
 * a built server holds several copies of that class, one in each bundle.
 */
export async function readOr<Result>(fallback: Result, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if ((error as { status?: unknown } | null)?.status === 403) return fallback
    throw error
  }
}
