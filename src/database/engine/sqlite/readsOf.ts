import type { PayloadRequest } from 'payload'

/** When a document was last written, as far as a request knows: as it read it, and as it wrote it itself since. */
export type AsRead = Set<string>

/** A name, and no symbol: a context without names is taken for empty where it is copied, and left out. */
const READS = 'documentsAsRead'

type Request = Pick<PayloadRequest, 'context'>

const keyOf = (collection: string, id: string | number) => `${collection}:${id}`

/**
 * Keeps what a request has read of a document that it is about to write. In its context, which Payload hands on where it
 * wraps or copies a request.
 */
export function keepRead(
  { context }: Request,
  collection: string,
  id: string | number,
  updatedAt: string,
): void {
  if (!context) return
  const reads = (context[READS] as Map<string, AsRead> | undefined) ?? new Map<string, AsRead>()
  context[READS] = reads
  const known = reads.get(keyOf(collection, id))
  if (known) known.add(updatedAt)
  else reads.set(keyOf(collection, id), new Set([updatedAt]))
}

/** What {@link keepRead} has kept; undefined where a document is written without having been read. */
export const readsOf = (
  req: Request | undefined,
  collection: string,
  id: string | number,
): AsRead | undefined =>
  (req?.context?.[READS] as Map<string, AsRead> | undefined)?.get(keyOf(collection, id))
