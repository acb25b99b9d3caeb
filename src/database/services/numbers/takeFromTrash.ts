import type { PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'
import { NUMBERED, type NumberedSlug } from './numberBefore'

/**
 * A number that only something in the trash has is free for people to give: what is there has it no more, and comes back
 * with one by its place (see returnedNumber). Its versions know what it was.
 *
 * @param parentId of the episode or scene within which a number is given once
 */
export async function takeFromTrash(
  req: PayloadRequest,
  collection: NumberedSlug,
  parentId: string,
  number: string,
): Promise<void> {
  const { field, parent } = NUMBERED[collection]
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [
        { [parent]: { equals: parentId } },
        { [field]: { equals: number } },
        { deletedAt: { exists: true } },
      ],
    },
    select: { [field]: true } as never,
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  for (const { id } of docs)
    await req.payload.db.updateOne({
      collection,
      id,
      data: { [field]: parkedNumber(String(id)) },
      req,
      returning: false,
    })
}
