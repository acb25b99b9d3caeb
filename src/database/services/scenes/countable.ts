import type { Payload, PayloadRequest, Where } from 'payload'
import type { Scene } from '@/payload-types'

/**
 * Scenes out of the trash, for counting: as they are stored, past the hooks of reading, which take longer than the
 * reading itself where there are thousands.
 */
export async function countableScenes<Field extends keyof Scene>(
  payload: Payload,
  where: Where,
  fields: Field[],
  req?: PayloadRequest,
): Promise<Array<Pick<Scene, Field | 'id'>>> {
  const { docs } = await payload.db.find<Scene & { id: string }>({
    collection: 'scenes',
    where: { and: [where, { deletedAt: { exists: false } }] },
    select: Object.fromEntries(fields.map((field) => [field, true])),
    pagination: false,
    limit: 0,
    ...(req ? { req } : {}),
  })
  return docs
}
