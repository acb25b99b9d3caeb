import type { CollectionAfterOperationHook, CollectionSlug } from 'payload'
import { MAX_PAGE } from '../pages/pages'
import { bulkOf } from './bulk'

interface Done {
  docs: Array<{ id: unknown }>
  errors: Array<{ id: unknown; message: string; isPublic: boolean }>
}

/**
 * Of a change or removal of many, what somebody sees and may not change: Payload leaves it out, and answers that all went
 * well, of none. Each is named among the errors, as what could not be changed for another reason is.
 */
export const nameLeft: CollectionAfterOperationHook = async ({
  args,
  collection,
  operation,
  req,
  result,
}) => {
  const { overrideAccess } = args as { overrideAccess?: boolean }
  const bulk = bulkOf(args, { operation, overrideAccess, req })
  if (!bulk || bulk.limit) return result
  const done = result as unknown as Done
  const known = new Set([...done.docs, ...done.errors].map((each) => String(each.id)))
  // What was changed may fit no more, what was removed does not; what was left does as before.
  const { docs } = await req.payload.find({
    collection: collection.slug as CollectionSlug,
    where: bulk.where,
    trash: bulk.trash,
    limit: MAX_PAGE,
    pagination: false,
    depth: 0,
    // Typed as never being false, and read as "none".
    joins: false as never,
    select: { id: true } as never,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  const verb = operation === 'delete' ? 'delete' : 'change'
  for (const { id: left } of docs as Array<{ id: unknown }>)
    if (!known.has(String(left)))
      done.errors.push({ id: left, message: `You may not ${verb} this`, isPublic: true })
  return result
}
