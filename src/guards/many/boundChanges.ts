import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload'
import { ShowrunnerError } from '@/errors'
import { MAX_PAGE } from '../pages/pages'
import { bulkOf } from './bulk'

/**
 * Changes and removals of many by one request. Each takes what a change of its own would, within one transaction, and
 * nobody else writes until the last of them is done: a new mood for a thousand scenes took minutes.
 *
 * @throws {ShowrunnerError} 400, where more than {@link MAX_PAGE} are meant; nothing was changed by then
 */
export const boundChanges: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const bulk = bulkOf(args, { operation, overrideAccess, req })
  if (!bulk) return args
  const { where, trash, limit } = bulk
  if (limit && limit > 0 && limit <= MAX_PAGE) return args
  const { totalDocs } = await req.payload.count({
    collection: collection.slug as CollectionSlug,
    where,
    trash,
    overrideAccess: false,
    // Whoever may read none of them is told what they may not by what they came for.
    disableErrors: true,
    req,
  })
  if (totalDocs <= MAX_PAGE) return args
  const all = totalDocs.toLocaleString('en')
  // Lists of the admin take it for what to do in slices (admin/many); whoever else asks reads it as it is.
  // No comma and no colon: the admin takes what stands between them for names of fields (utilities/fieldErrorsToast).
  const message = `These are ${all} and one request changes at most ${MAX_PAGE}. Nothing was changed. Select at most ${MAX_PAGE} and repeat it.`
  const problems = [{ field: 'where', message: `fits ${all}, and at most ${MAX_PAGE} are changed at once` }]
  throw new ShowrunnerError('validation-failed', message, 400, { problems, atMost: MAX_PAGE })
}
