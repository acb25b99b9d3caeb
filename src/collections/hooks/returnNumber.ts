import type { CollectionBeforeValidateHook } from 'payload'
import type { NumberedSlug } from '@/database/services/numbers/numberBefore'
import { returnedNumber } from '@/database/services/numbers/returnedNumber'

/**
 * What comes out of the trash has a number that people use. Undoing a draft gives numbers itself. Before validation:
 * what is written then is what is titled, hashed and kept as a version.
 */
export const returnNumber =
  (collection: NumberedSlug): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, operation, req, context }) => {
    if (!data || operation !== 'update' || context.isUndoing) return data
    const returned = await returnedNumber(req, collection, data, originalDoc)
    return returned ? { ...data, ...returned } : data
  }
