import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  FieldHook,
} from 'payload'
import { actorOf, forgetMemberships } from '@/access'
import { cancelWorkOf } from '@/database/services/runs/cancelWorkOf'
import { relationId } from '@/lib/ids'
import { slugify } from '@/lib/slug'

/** A slug from the title, with a number behind it where another project has it already. */
export const fillSlug: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data || (!data.slug && originalDoc?.slug) || (data.slug && data.slug === originalDoc?.slug))
    return data
  const base = slugify(String(data.slug || data.title || ''))
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`
    const { totalDocs } = await req.payload.count({
      collection: 'projects',
      where: {
        and: [
          { slug: { equals: slug } },
          ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : []),
        ],
      },
      trash: true,
      overrideAccess: true,
      req,
    })
    if (totalDocs === 0) return { ...data, slug }
  }
}

/** The creator is who made it, whatever the request says. */
export const setCreator: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (operation === 'create') return actor ? { ...data, createdBy: actor.id } : data
  if (!actor || actor.role === 'admin') return data
  return { ...data, createdBy: originalDoc?.createdBy }
}

export const membershipChanged: CollectionAfterChangeHook = ({ doc, req }) => {
  forgetMemberships(req)
  return doc
}

/** What works for a project that goes into the trash would only find it gone. */
export const stopWork: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && doc.deletedAt && !previousDoc?.deletedAt) await cancelWorkOf(req, doc.id)
  return doc
}

/** One text is a list of one: `genre: 'sci-fi'` and `genre: ['sci-fi']` say the same. */
export const oneOrSeveral: FieldHook = ({ value }) => (typeof value === 'string' ? [value] : value)

/** The ids of a project's members; of whose members were not read, nothing is said. */
export const collaboratorIds: FieldHook = ({ data }) => {
  const members = (data as { members?: Array<{ user?: unknown }> | null } | undefined)?.members
  return members?.map(({ user }) => relationId(user)).filter((id) => id !== null)
}
