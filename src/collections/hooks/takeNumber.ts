import type { CollectionBeforeChangeHook } from 'payload'
import { NUMBERED, type NumberedSlug } from '@/database/services/numbers/numberBefore'
import { takeFromTrash } from '@/database/services/numbers/takeFromTrash'
import { relationId } from '@/lib/ids'

/** Who gives a number takes it from what has it in the trash. Undoing a draft gives numbers itself. */
export const takeNumber =
  (collection: NumberedSlug): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req, context }) => {
    const { field, parent } = NUMBERED[collection]
    const number = data[field]
    const parentId = relationId(data[parent] ?? originalDoc?.[parent])
    const isSame = number === originalDoc?.[field] && parentId === relationId(originalDoc?.[parent])
    if (context.isUndoing || isSame || typeof number !== 'string' || !parentId) return data
    await takeFromTrash(req, collection, parentId, number)
    return data
  }
