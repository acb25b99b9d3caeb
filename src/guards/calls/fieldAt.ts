import type { Collection, FlattenedField } from 'payload'

/** By slug, as `payload.collections` has them. */
export type Collections = Record<string, Collection | undefined>

export type Step = FlattenedField | 'id'

/** Whether what follows is a name in something that has no fields: an `id` there is none of a document. */
function isUnknownWithin(step: Step | undefined): boolean {
  if (step === undefined || step === 'id') return false
  if (step.type === 'json' || step.type === 'richText') return true
  return (step.type === 'relationship' || step.type === 'upload') && Array.isArray(step.relationTo)
}

/**
 * The fields that a path of conditions leads through, groups, lists and relationships among them: `scene.episode.title`;
 * `id` for an id.
 *
 * @returns null as its end where there is none or where nobody can say (inside of JSON, through several collections)
 */
export function stepsOf(collections: Collections, slug: string, path: string): Array<Step | null> {
  let fields: FlattenedField[] = collections[slug]?.config.flattenedFields ?? []
  const steps: Step[] = []
  const names = path.replace(/__/g, '.').split('.')
  for (const [at, name] of names.entries()) {
    if (isUnknownWithin(steps.at(-1))) return [...steps, null]
    const field: FlattenedField | undefined = fields.find((each) => each.name === name)
    // A version has its document within, and names it as its parent. There may be a field of that name, with nothing in it.
    const isLeaf =
      !field || (!('flattenedFields' in field) && !('relationTo' in field) && field.type !== 'json')
    if (isLeaf && at === 0 && name === 'version' && names.length > 1) continue
    // Of a version the parent is its document, with all that this has.
    if (!field && name === 'parent' && at < names.length - 1) return [...steps, null]
    if (!field && ['id', '_id', 'parent'].includes(name)) {
      steps.push('id')
      fields = []
      continue
    }
    if (!field) return [...steps, null]
    steps.push(field)
    fields = fieldsWithin(collections, field)
  }
  return steps
}

/** The field that a path of conditions ends at. */
export const fieldAt = (collections: Collections, slug: string, path: string): Step | null =>
  stepsOf(collections, slug, path).at(-1) ?? null

function fieldsWithin(collections: Collections, field: FlattenedField): FlattenedField[] {
  if ('flattenedFields' in field && field.flattenedFields) return field.flattenedFields
  const to = field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : null
  return typeof to === 'string' ? (collections[to]?.config.flattenedFields ?? []) : []
}
