import type { CollectionBeforeOperationHook } from 'payload'
import { drawnVector } from '@/database/services/media/drawnVector'
import { mayWrite, type WriteArgs } from './mayWrite'

/**
 * In the place of an SVG comes what it shows. Before the operation, as Payload reads and resizes pictures in it; and for
 * nobody who may not send one, as it takes a process.
 */
export const drawVectors: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (isWritten && req.file && (await mayWrite(req, collection, operation, args as WriteArgs)))
    req.file = await drawnVector(req.file)
  return args
}
