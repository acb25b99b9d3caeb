import type { CollectionSlug, PayloadRequest } from 'payload'
import { ShowrunnerError } from '@/errors'

/**
 * What somebody may do with a document is for who may see it. Payload answers of every document that is there, also of
 * those of others, and so tells that they are (`docAccessOperation` in payload/dist/collections/operations): here both
 * are answered as what is not there.
 *
 * @throws {ShowrunnerError} 404
 */
export async function assertMayKnowOf(req: PayloadRequest, collection: string, id: unknown): Promise<void> {
  const doc = await req.payload
    .findByID({
      collection: collection as CollectionSlug,
      id: String(id),
      depth: 0,
      select: { updatedAt: true } as never,
      trash: true,
      overrideAccess: false,
      user: req.user,
      disableErrors: true,
    })
    .catch(() => null)
  if (!doc) throw new ShowrunnerError('not-found', 'There is no such thing, or none that you may see.', 404)
}
