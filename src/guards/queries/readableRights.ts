interface Field {
  type: unknown
  resolve?: (source: unknown) => unknown
}

interface ObjectType {
  getFields(): Record<string, Field>
}

const isObject = (type: unknown): type is ObjectType =>
  typeof (type as { getFields?: unknown } | null)?.getFields === 'function'

/** What is said of a right, or of all that is within: `true` where all of it is. */
function said(source: unknown, name: string): unknown {
  if (source === true) return name === 'where' ? null : true
  // Of whoever may not it says nothing, and the schema wants an answer.
  if (name === 'canAccessAdmin')
    return (source as { canAccessAdmin?: boolean } | null)?.canAccessAdmin ?? false
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) return undefined
  return (source as Record<string, unknown>)[name]
}

/**
 * Has GraphQL read rights as Payload writes them. It shortens `{ permission: true }` to `true`, and what is allowed
 * altogether to one `true` (utilities/sanitizePermissions), while its schema asks each for its `permission`: every right
 * that somebody has was answered by an error (@payloadcms/graphql schema/buildPoliciesType).
 */
export function readableRights(type: unknown, seen = new Set<unknown>()): void {
  if (!isObject(type) || seen.has(type)) return
  seen.add(type)
  for (const [name, field] of Object.entries(type.getFields())) {
    field.resolve = (source) => said(source, name)
    readableRights(field.type, seen)
  }
}
