import type { CollectionBeforeOperationHook, CollectionSlug, Where } from 'payload'
import { waitForImport } from '@/database/services/locks/projectTurn'
import { relationId } from '@/lib/ids'

type Doc = { id: unknown; project?: unknown }

/**
 * Who deletes what an import is writing into waits for its end: before anything is read for the deletion, as a
 * transaction would not see what the import has written after that.
 *
 * @throws {Conflict} where it goes on for long
 */
export const beforeDeletingWaitForImport: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, where } = args as { id?: string; where?: Where }
  if (operation !== 'delete' || req.context.isCascading || (!id && !where)) return args
  // Outside of the request, which may have a transaction already. Who may delete what is asked later.
  const { docs } = await req.payload.find({
    collection: collection.slug as CollectionSlug,
    where: id ? { id: { equals: id } } : (where as Where),
    select: { project: true } as never,
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
  })
  const projects = (docs as Doc[]).map((doc) =>
    relationId(collection.slug === 'projects' ? doc.id : doc.project),
  )
  for (const projectId of new Set(projects)) if (projectId) await waitForImport(req.payload, projectId)
  return args
}
