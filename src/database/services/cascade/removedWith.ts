import type { RequestContext } from 'payload'

/** How many documents of each collection went, or let go. */
export type Removed = Record<string, number>

type Reports = Record<string, Removed | undefined>

const keyOf = (collection: string, id: string) => `${collection}/${id}`

/** Keeps what a document's deletion removed, by document: a bulk delete runs all of its hooks on one request. */
export function noteRemoved(context: RequestContext, collection: string, id: string, removed: Removed): void {
  context.removed = { ...(context.removed as Reports | undefined), [keyOf(collection, id)]: removed }
}

/** What the deletion of this one document removed, where it is a root of a cascade. */
export const removedWith = (context: RequestContext, collection: string, id: string): Removed | undefined =>
  (context.removed as Reports | undefined)?.[keyOf(collection, id)]
