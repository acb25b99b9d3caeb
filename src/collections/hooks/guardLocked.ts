import type { CollectionBeforeChangeHook } from 'payload'
import { assertNothingLocked } from '@/database/services/panels/lockedPanels'

/** What has a locked panel does not go into the trash either: from there it would be out of everybody's sight. */
export const guardLockedTrash =
  (collection: 'shots' | 'scenes'): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    if (data.deletedAt && originalDoc?.id && !originalDoc.deletedAt)
      await assertNothingLocked(req, collection, String(originalDoc.id), 'deleting')
    return data
  }
