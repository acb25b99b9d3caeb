import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Which of these documents a request may change, asked of their collection. None that is not there. */
export async function changeable(
  req: PayloadRequest,
  collection: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const config = req.payload.collections[collection as CollectionSlug]?.config
  if (!config || ids.length === 0) return new Set()
  const allowed = await config.access.update({ req })
  if (allowed === false) return new Set()
  const named: Where = { id: { in: [...ids] } }
  const { docs } = await req.payload.find({
    collection: config.slug as CollectionSlug,
    where: allowed === true ? named : { and: [named, allowed] },
    select: { updatedAt: true } as never,
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

/** Whether a request may change this document. */
export const mayChange = async (req: PayloadRequest, collection: string, id: unknown): Promise<boolean> =>
  (await changeable(req, collection, [String(id)])).has(String(id))
