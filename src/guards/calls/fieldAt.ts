import type { Collection, FlattenedField } from 'payload'

/** By slug, as `payload.collections` has them. */
export type Collections = Record<string, Collection | undefined>

/**
 * The field that a path of conditions ends at, through groups, lists and relationships: `scene.episode.title`; `id` for an
 * id, null where there is none or where nobody can say (inside of JSON, through several collections).
 */
export function fieldAt(collections: Collections, slug: string, path: string): FlattenedField | 'id' | null {
  let fields: FlattenedField[] = collections[slug]?.config.flattenedFields ?? []
  let found: FlattenedField | 'id' | null = null
  for (const name of path.replace(/__/g, '.').split('.')) {
    if (found !== 'id' && found?.type === 'relationship' && Array.isArray(found.relationTo)) return null
    const field: FlattenedField | undefined = fields.find((each) => each.name === name)
    if (!field && ['id', '_id', 'parent'].includes(name)) {
      found = 'id'
      fields = []
      continue
    }
    // A version has its document within, and names it as its parent.
    if (!field && found === null && name === 'version') continue
    if (!field) return null
    found = field
    fields = fieldsWithin(collections, field)
  }
  return found
}

function fieldsWithin(collections: Collections, field: FlattenedField): FlattenedField[] {
  if ('flattenedFields' in field && field.flattenedFields) return field.flattenedFields
  const to = field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : null
  return typeof to === 'string' ? (collections[to]?.config.flattenedFields ?? []) : []
}
