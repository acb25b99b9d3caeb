import type { PayloadRequest, Where } from 'payload'

/** A change or removal of whatever fits a condition. */
export interface Bulk {
  where: Where
  /** Of an update: so many of them, in their order. */
  limit?: number
  trash?: boolean
}

/**
 * What of an operation's arguments says which documents it is about.
 *
 * @returns null of one document alone, and of what services do
 */
export function bulkOf(
  args: unknown,
  { operation, overrideAccess, req }: { operation: string; overrideAccess?: boolean; req: PayloadRequest },
): Bulk | null {
  const { id, where, limit, trash } = args as Partial<Bulk> & { id?: unknown }
  const isOfMany = (operation === 'update' || operation === 'delete') && id === undefined
  return overrideAccess || !isOfMany || !where || req.payloadAPI === 'local' ? null : { where, limit, trash }
}
