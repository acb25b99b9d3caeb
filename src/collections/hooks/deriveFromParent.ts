import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

interface Derivation {
  /** The relationship that names the parent. */
  field: string
  collection: 'episodes' | 'scenes' | 'shots'
  /** Relationship fields copied from the parent, so that queries and access checks need no join. */
  copy: string[]
  /** What says where in its parent a document is, and means nothing in another one. */
  place?: string[]
}

type Row = Record<string, unknown>

const singular = (slug: string): string => slug.slice(0, -1)

/** An earlier version of what the program has moved since: it stays where it is now. */
function keepPlace(data: Row, originalDoc: Row, { field, copy, place = [] }: Derivation): Row {
  const kept = place.map((key) => [key, originalDoc[key]])
  const parents = [field, ...copy].map((key) => [key, relationId(originalDoc[key])])
  return { ...data, ...Object.fromEntries([...parents, ...kept]) }
}

/**
 * What follows from the parent is not typed; a form, and a program that reads before it writes, sends what is there.
 *
 * @param derived where the same fields are what they are: the document as it was, or the parent of a new one
 * @throws {ValidationError}
 */
function refuseOthers(data: Row, derived: Row, { collection, copy }: Derivation): void {
  const problems = copy
    .filter((key) => data[key] && relationId(data[key]) !== relationId(derived[key]))
    .map((field) => ({ field, message: `is that of its ${singular(collection)}` }))
  if (problems.length > 0) throw new ValidationError(problems)
}

/**
 * Fills in `project` (and other ancestors) from the parent, which makes it impossible to hang a document
 * into one project while claiming another. A document does not move to another parent: what hangs below it names the
 * old one, and would go with that.
 *
 * @throws {ValidationError}
 */
export function deriveFromParent(derivation: Derivation): CollectionBeforeValidateHook {
  const { field, collection, copy } = derivation
  return async ({ collection: own, data, req, originalDoc, operation }) => {
    if (!data) return data
    const parentId = relationId(data[field] ?? originalDoc?.[field])
    if (!parentId) return data
    if (originalDoc?.id && parentId === relationId(originalDoc[field])) {
      if (operation === 'update' && !req.context.isRestoringVersion)
        refuseOthers(data, originalDoc, derivation)
      for (const key of copy) data[key] = relationId(originalDoc[key])
      return data
    }
    if (operation === 'update' && originalDoc?.id) {
      if (req.context.isRestoringVersion) return keepPlace(data, originalDoc, derivation)
      // The program moves shots with their words, and takes along what hangs below.
      if (!req.context.isGenerating) {
        const message = `cannot be another one: a ${singular(own.slug)} does not move to another ${singular(collection)}`
        throw new ValidationError([{ field, message }])
      }
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
    const derived = parent as unknown as Row
    // Of what the program makes nobody has typed anything.
    if (operation === 'create' && req.user && !req.context.isGenerating)
      refuseOthers(data, derived, derivation)
    for (const key of copy) data[key] = relationId(derived[key])
    return data
  }
}
