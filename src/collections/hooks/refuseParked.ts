import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from '@/errors'
import { looksParked } from '@/lib/parkedNumber'

/**
 * Numbers that begin as those of documents out of the way do are nobody's to give: they are shown as none. First of the
 * hooks, before one that gives such a number itself.
 *
 * @throws {ValidationError}
 */
export const refuseParked =
  (field: 'sceneNumber' | 'shotNumber'): CollectionBeforeValidateHook =>
  ({ data, originalDoc, req }) => {
    const number = data?.[field]
    const isOurs = req.context.isGenerating || req.context.isUndoing || req.context.isRestoringVersion
    if (isOurs || typeof number !== 'string' || number === originalDoc?.[field]) return data
    if (looksParked(number)) throw new ValidationError([{ field, message: 'must not begin with ~' }])
    return data
  }
