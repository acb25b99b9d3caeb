import type { CollectionSlug, PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import type { NewEvent } from '@/contracts'
import { engineOf } from '@/database/engine'
import { relationId } from '@/lib/ids'
import { appendEvents } from './events/appendEvents'
import { entityName } from './events/entityName'

type Row = Record<string, unknown>

export interface BulkOptions {
  /** After each document. */
  onCreated?: () => void
  /** One for each row, where they have been given out already. */
  ids?: string[]
}

/**
 * Writes many documents that this project's own code made from checked input, past field validation and
 * hooks, which would make an import of a long script several times slower. One event each, as always.
 * The first version is kept when a document is first changed (see collections/hooks/keepOriginalVersion).
 *
 * @returns the ids, in order.
 */
export async function bulkCreate(
  req: PayloadRequest,
  collection: CollectionSlug,
  rows: Row[],
  options: BulkOptions = {},
): Promise<string[]> {
  const engine = engineOf(req.payload)
  const ids: string[] = []
  const events: NewEvent[] = []
  const actor = actorOf(req)
  const now = new Date().toISOString()
  const documents = rows.map((row, index) => ({
    ...row,
    id: options.ids?.[index] ?? engine.newId(),
    createdAt: now,
    updatedAt: now,
  }))
  const { onCreated } = options
  await engine.insertDocuments(req.payload, { collection, documents, onInserted: onCreated })
  for (const [index, row] of rows.entries()) {
    const { id } = documents[index] as { id: string }
    ids.push(id)
    const name = row.heading ?? row.name
    events.push({
      type: `${entityName(collection)}.created`,
      action: 'created',
      entityCollection: collection,
      entityId: id,
      projectId: relationId(row.project),
      actorId: actor?.id ?? null,
      actorKind: actor ? 'user' : 'system',
      before: null,
      after: { ...(row.sceneNumber ? { sceneNumber: row.sceneNumber } : {}), ...(name ? { name } : {}) },
      requestId: null,
    })
  }
  await appendEvents(req.payload, events)
  return ids
}
