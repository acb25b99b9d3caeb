import type { PayloadRequest } from 'payload'
import type { Shot } from '@/payload-types'

/** A scene's shots in the trash, which still have their numbers there. */
export async function shotsInTrash(
  req: PayloadRequest,
  sceneId: string,
): Promise<Array<Pick<Shot, 'id' | 'shotNumber'>>> {
  const { docs } = await req.payload.find({
    collection: 'shots',
    where: { and: [{ scene: { equals: sceneId } }, { deletedAt: { exists: true } }] },
    select: { shotNumber: true },
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  return docs
}
