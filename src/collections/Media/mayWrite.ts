import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { actorOf } from '@/access'

export interface WriteArgs {
  data?: Record<string, unknown>
  id?: string
  where?: Where
  overrideAccess?: boolean
}

/** Whether the request may write what it is about to: Payload asks later, and refuses in its own words who may not. */
export async function mayWrite(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  operation: string,
  { data, id, where, overrideAccess }: WriteArgs,
): Promise<boolean> {
  if (overrideAccess) return true
  if (!actorOf(req)) return false
  if (operation === 'create') return Boolean(await collection.access.create({ req, data }))
  const may = await collection.access.update({ req, id, data })
  if (may === false) return false
  const named: Where = id === undefined ? (where ?? {}) : { id: { equals: id } }
  const { totalDocs } = await req.payload.count({
    collection: 'media',
    where: may === true ? named : { and: [named, may] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
