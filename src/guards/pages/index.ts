import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedConfig } from 'payload'
import { boundAnswer, countDocuments } from './boundAnswer'
import { boundedPages } from './pages'

/** Who has asked already: what is looked up for the answer is asked with the same request. */
const asked = new WeakSet<object>()

/**
 * What a service reads for somebody, such as a whole board, with their rights and in pieces of its own (`readAll`). Pages of
 * the admin ask by the same API, and have come with headers.
 */
const isOfServices = (req: PayloadRequest): boolean =>
  req.payloadAPI === 'local' && ![...(req.headers?.keys() ?? [])].length

/**
 * The question itself, and nothing that hooks and access look up to answer it: what they are to compare they must see
 * whole. Within a transaction nobody outside asks anything; and a page is counted while it is read, of which MongoDB
 * refuses the one that comes first where both begin a transaction.
 */
const bound: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || isOfServices(req)) return args
  const isQuestion = !asked.has(req) && !req.transactionID
  asked.add(req)
  const isRead = operation === 'read' || operation === 'readDistinct'
  return isQuestion && isRead ? boundedPages(args) : args
}

/**
 * What somebody asks for, by whatever door, in bounds: nobody has the server to themselves. Of Payload’s own
 * collections, too, which are there once its config is built.
 */
export async function boundPages(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections) {
    hooks.beforeOperation = [bound, boundAnswer, ...(hooks.beforeOperation ?? [])]
    hooks.afterOperation = [...(hooks.afterOperation ?? []), countDocuments]
  }
  return config
}
