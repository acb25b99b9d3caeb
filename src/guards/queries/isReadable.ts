import type { CollectionSlug, PayloadRequest } from 'payload'

/** Whether a request may see a document, in the trash or out of it. Not where there is none. */
export async function isReadable(req: PayloadRequest, collection: unknown, id: unknown): Promise<boolean> {
  if (typeof collection !== 'string' || !Object.hasOwn(req.payload.collections, collection)) return false
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    select: {},
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return docs.length > 0
}
