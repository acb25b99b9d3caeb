import type { PayloadRequest } from 'payload'
import { NUMBERED, type NumberedSlug, numberBefore } from './numberBefore'

type Row = Record<string, unknown>

/** What came back from the trash under another number than it had. */
export interface CameBack {
  number: string
  former: string
}

/** Null where that is not what happened to it last, or where it has the number that it had. */
export async function cameBackAs(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
): Promise<CameBack | null> {
  const { docs } = await req.payload.find({
    collection: 'events',
    where: { and: [{ entityCollection: { equals: collection } }, { entityId: { equals: id } }] },
    sort: '-sequence',
    select: { before: true, after: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [before, after] = [docs[0]?.before as Row | null, docs[0]?.after as Row | null]
  const number = after?.[NUMBERED[collection].field]
  if (!before?.deletedAt || after?.deletedAt || typeof number !== 'string') return null
  const former = await numberBefore(req, collection, id, number)
  return former ? { number, former } : null
}
