import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { keepRead } from '@/database/services/locks/keepRead'

const keep: CollectionBeforeChangeHook = ({ collection, data, operation, originalDoc, req }) => {
  if (operation === 'update' && originalDoc?.id && originalDoc.updatedAt)
    keepRead(req, collection.slug, { id: originalDoc.id, updatedAt: originalDoc.updatedAt })
  return data
}

/** Nobody takes back unseen what another changed in the same moment, be it in another field. */
export const withReadKept = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeChange: [...(collection.hooks?.beforeChange ?? []), keep] },
})
