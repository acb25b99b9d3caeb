import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { relationId } from '@/lib/ids'
import { appendEvents } from './appendEvents'
import { entityName } from './entityName'

/** The event of a document that this project's own code put into the trash, past Payload's hooks. */
export async function recordTrashed(
  req: PayloadRequest,
  collection: 'scenes' | 'shots',
  doc: { id: string; project?: unknown },
  before: Record<string, unknown>,
): Promise<void> {
  const actor = actorOf(req)
  await appendEvents(req.payload, [
    {
      type: `${entityName(collection)}.trashed`,
      action: 'trashed',
      entityCollection: collection,
      entityId: doc.id,
      projectId: relationId(doc.project),
      actorId: actor?.id ?? null,
      actorKind: actor ? 'user' : 'worker',
      before,
      after: null,
      requestId: null,
    },
  ])
}
