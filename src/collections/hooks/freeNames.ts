import type { CollectionBeforeChangeHook } from 'payload'
import { assertNamesFree, type NamedSlug } from '@/database/services/names/otherNames'

/**
 * Nobody, and no place, goes by a name that another one of the project has: scripts could mean either. Undoing a draft
 * brings back what was there before, and is not stopped half way.
 */
export const freeNames =
  (collection: NamedSlug): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req, context }) => {
    if (!context.isUndoing) await assertNamesFree(req, collection, data, originalDoc)
    return data
  }
