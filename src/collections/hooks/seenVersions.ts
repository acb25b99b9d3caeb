import type { CollectionBeforeOperationHook, CollectionConfig, CollectionSlug } from 'payload'
import { NotFound } from '@/errors'

/**
 * Payload tells a version that may not be seen (403) from one that is not there (404), to whoever would restore it
 * (operations/restoreVersion).
 *
 * @throws {NotFound} of both
 */
const refuseUnseen: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'restoreVersion' || overrideAccess === true) return args
  const { id } = args as { id?: string }
  const { docs } = await req.payload.findVersions({
    collection: collection.slug as CollectionSlug,
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    trash: true,
    select: { parent: true } as never,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (docs.length === 0) throw new NotFound('version', String(id))
  return args
}

/** For every collection with versions. */
export function withSeenVersions(config: CollectionConfig): CollectionConfig {
  if (!config.versions) return config
  const { hooks } = config
  return {
    ...config,
    hooks: { ...hooks, beforeOperation: [...(hooks?.beforeOperation ?? []), refuseUnseen] },
  }
}
