import type { CollectionConfig } from 'payload'

/**
 * Payload calls the first tab of a document “Edit” for whoever opens it. Many may only read what stands there: it is named
 * after what it shows.
 */
export function withDetailsTab(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  const views = admin?.components?.views
  const edit = { ...views?.edit, default: { ...views?.edit?.default, tab: { label: 'Details' } } }
  return {
    ...collection,
    admin: {
      ...admin,
      components: { ...admin?.components, views: { ...views, edit } as NonNullable<typeof views> },
    },
  }
}
