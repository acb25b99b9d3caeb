import type { PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'

/** Has what a request writes of a document compared with what it read: see the engine's `keepRead`. */
export function keepRead(
  req: PayloadRequest,
  collection: string,
  document: { id: string | number; updatedAt: string },
): void {
  engineOf(req.payload).keepRead(req, collection, document)
}
