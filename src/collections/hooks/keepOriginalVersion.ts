import type { CollectionBeforeChangeHook } from 'payload'

/**
 * A document that came in bulk has no version yet; its first change would leave no way back. This keeps
 * what it was before that change.
 */
export const keepOriginalVersion: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.id) return data
  const { totalDocs } = await req.payload.countVersions({
    collection: collection.slug as 'scenes',
    where: { parent: { equals: originalDoc.id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) return data
  const original = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection.slug,
    where: { id: { equals: originalDoc.id } },
    req,
  })
  if (!original) return data
  const { id, ...versionData } = original
  await req.payload.db.createVersion({
    collectionSlug: collection.slug,
    parent: id,
    versionData: versionData as never,
    autosave: false,
    createdAt: String(original.createdAt),
    updatedAt: String(original.updatedAt),
    req,
    returning: false,
  })
  return data
}
