import type { CollectionBeforeOperationHook } from 'payload'
import { recognisedFile } from '@/database/services/media/recognisedFile'
import { mayWrite, type WriteArgs } from './mayWrite'

/**
 * What a file is, is found out before anything else is asked of it. Who may not send one is told that, and nothing of the
 * file, at which nobody has looked by then.
 */
export const recogniseFile: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (!isWritten || !req.file) return args
  if (await mayWrite(req, collection, operation, args as WriteArgs)) req.file = await recognisedFile(req.file)
  return args
}
