import type { PayloadRequest } from 'payload'
import type { Character, Location } from '@/payload-types'

/** What a project's people, or its places, are called. */
export async function namedIn(
  req: PayloadRequest,
  collection: 'characters' | 'locations',
  projectId: string,
): Promise<Array<Pick<Character | Location, 'id' | 'name' | 'aliases'>>> {
  const { docs } = await req.payload.find({
    collection,
    where: { project: { equals: projectId } },
    select: { name: true, aliases: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  return docs
}
