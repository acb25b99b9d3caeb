import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionSlug } from 'payload'
import { assertNoImport } from '@/database/services/locks/projectTurn'
import { relationId } from '@/lib/ids'

type Row = Record<string, unknown>

/** What an import writes as well, and whether this change is one of it. @default every change */
type IsShared = (change: { data: Row; before: Row | undefined }) => boolean

/** For people and places, of whom an import reads names and writes new ones. */
export const namesChange: IsShared = ({ data, before }) =>
  ['name', 'aliases', 'deletedAt', 'project'].some(
    (field) =>
      field in data && JSON.stringify(data[field] ?? null) !== JSON.stringify(before?.[field] ?? null),
  )

/** Into the trash, and out of it. */
export const trashChanges: IsShared = ({ data, before }) =>
  data.deletedAt !== undefined && Boolean(data.deletedAt) !== Boolean(before?.deletedAt)

/** A lock that is set while its scene is on the way into the trash would hold nothing. */
export const getsLocked: IsShared = ({ data, before }) =>
  data.status === 'locked' && before?.status !== 'locked'

/**
 * While a script is being imported, or a draft applied or undone, nobody else changes what that writes.
 * Last of the hooks: the less comes between this and the write, the better.
 *
 * @throws {Conflict}
 */
export const guardTurn =
  (isShared: IsShared = () => true): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    const projectId =
      collection.slug === 'projects'
        ? relationId(originalDoc?.id)
        : relationId(data.project ?? originalDoc?.project)
    if (projectId && isShared({ data, before: originalDoc })) await assertNoImport(req.payload, projectId)
    return data
  }

/** The same for a deletion. @throws {Conflict} */
export const guardTurnDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const doc = await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    id,
    depth: 0,
    trash: true,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const projectId = relationId((doc as Row | null)?.project)
  if (projectId) await assertNoImport(req.payload, projectId)
}
