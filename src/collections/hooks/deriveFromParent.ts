import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

interface Derivation {
  /** The relationship that names the parent. */
  field: string
  collection: 'episodes' | 'scenes' | 'shots'
  /** Relationship fields copied from the parent, so that queries and access checks need no join. */
  copy: string[]
}

/**
 * Fills in `project` (and other ancestors) from the parent, which makes it impossible to hang a document
 * into one project while claiming another.
 */
export function deriveFromParent({ field, collection, copy }: Derivation): CollectionBeforeValidateHook {
  return async ({ data, req, originalDoc }) => {
    if (!data) return data
    const parentId = relationId(data[field] ?? originalDoc?.[field])
    if (!parentId) return data
    if (originalDoc?.id && parentId === relationId(originalDoc[field])) {
      for (const key of copy) data[key] = relationId(originalDoc[key])
      return data
    }
    const parent = await req.payload.findByID({
      collection,
      id: parentId,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })
    if (!parent) throw new ValidationError([{ field, message: `names none of the ${collection}` }])
    if (originalDoc?.project && relationId(parent.project) !== relationId(originalDoc.project))
      throw new ValidationError([{ field, message: 'belongs to another project' }])
    for (const key of copy) data[key] = relationId((parent as unknown as Record<string, unknown>)[key])
    return data
  }
}
