import type { CollectionBeforeDeleteHook } from 'payload'
import { type CascadeRoot, removeDependents } from '@/database/services/cascade/removeDependents'

/** Before a document goes, what is part of it goes and what merely points at it lets go. */
export const cascade =
  (root: CascadeRoot): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    await removeDependents({ req, root, id: String(id) })
  }
