import type { CollectionBeforeOperationHook, CollectionConfig, CollectionSlug, Where } from 'payload'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

type Row = Record<string, unknown>

/**
 * What is given once within a parent is not given to several of it at once. A database says so only when the first has
 * it: the rest of the transaction fails with that, and nobody is told why.
 *
 * @throws {ValidationError}
 */
const refuseForSeveral =
  (rules: ReadonlyArray<readonly [parent: string, field: string]>): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    const { data, id, where } = args as { data?: Row; id?: string; where?: Where }
    const given = rules.filter(([, field]) => data?.[field] !== undefined && data[field] !== null)
    if (!operation.startsWith('update') || id !== undefined || !where || given.length === 0) return args
    const { docs } = await req.payload.find({
      collection: collection.slug as CollectionSlug,
      where,
      depth: 0,
      pagination: false,
      overrideAccess: overrideAccess ?? false,
      req,
    })
    const problems = given.flatMap(([parent, field]) => {
      const parents = docs.map((doc) => relationId((doc as unknown as Row)[parent]))
      return new Set(parents).size < parents.length ? [{ field, message: 'is given to one at a time' }] : []
    })
    if (problems.length > 0) throw new ValidationError(problems)
    return args
  }

/** For every collection with a rule that one is alone within its parent. */
export function withOneAtATime(config: CollectionConfig): CollectionConfig {
  const rules = (config.indexes ?? [])
    .filter(({ unique, fields }) => unique && fields.length === 2)
    .map(({ fields: [parent, field] }) => [String(parent), String(field)] as const)
  if (rules.length === 0) return config
  const beforeOperation = [...(config.hooks?.beforeOperation ?? []), refuseForSeveral(rules)]
  return { ...config, hooks: { ...config.hooks, beforeOperation } }
}
