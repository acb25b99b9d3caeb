import type { FieldAccess, FlattenedField, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/** Where a path leads over to documents of another collection. */
export interface Hop {
  /** The relationship, in the documents that the hop before leads to. */
  field: string
  to: string
  /** One document, of one relationship: not any of several. */
  isSingle: boolean
}

export interface Way {
  hops: Hop[]
  /** Who may read the fields on the way. */
  reads: FieldAccess[]
}

const ID = { name: 'id', type: 'text' } as FlattenedField

function blockFields(config: SanitizedConfig, field: FlattenedField & { type: 'blocks' }): FlattenedField[] {
  const named = (field.blockReferences ?? field.blocks).map((block) =>
    typeof block === 'string' ? config.blocks?.find(({ slug }) => slug === block) : block,
  )
  const fields = named.flatMap((block) => block?.flattenedFields ?? [])
  return [{ name: 'blockType', type: 'text' } as FlattenedField, ...fields]
}

/**
 * Follows a path of a query through the fields of a collection and of those that it is related to.
 *
 * @param fields of the collection, or of its versions
 * @returns where it leads over to others; whether there is no such field, or a hidden one on the way
 */
export function followPath(
  config: SanitizedConfig,
  fields: FlattenedField[],
  path: string,
): Way | 'hidden' | 'unknown' {
  const segments = path.split('.')
  const way: Way = { hops: [], reads: [] }
  let here = fields
  let isSingle = true
  let start = 0
  for (const [index, segment] of segments.entries()) {
    const rest = segments.slice(index + 1)
    const field = here.find(({ name }) => name === segment) ?? (segment === 'id' ? ID : undefined)
    if (!field) return 'unknown'
    if ('hidden' in field && field.hidden) return 'hidden'
    if ('access' in field && field.access?.read) way.reads.push(field.access.read)
    if (rest.length === 0) return way
    if (field.type === 'json' || field.type === 'richText' || field.type === 'point') return way
    if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') {
      const to = field.type === 'join' ? field.collection : field.relationTo
      if (typeof to !== 'string') return ['value', 'relationTo'].includes(rest.join('.')) ? way : 'unknown'
      // The id is in the document itself.
      if (rest.join('.') === 'id') return way
      isSingle &&= field.type !== 'join' && !field.hasMany
      way.hops.push({ field: segments.slice(start, index + 1).join('.'), to, isSingle })
      start = index + 1
      here = (config.collections.find(({ slug }) => slug === to) as SanitizedCollectionConfig).flattenedFields
    } else if (field.type === 'blocks') {
      isSingle = false
      here = blockFields(config, field)
    } else if ('flattenedFields' in field) {
      isSingle &&= field.type !== 'array'
      here = field.flattenedFields
    } else return 'unknown'
  }
  return way
}
