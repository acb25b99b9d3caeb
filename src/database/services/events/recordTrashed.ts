import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import type { NewEvent } from '@/contracts'
import { relationId } from '@/lib/ids'
import { appendEvents } from './appendEvents'
import { entityName } from './entityName'

/** The event of a document that this project's own code puts into the trash, past Payload's hooks. */
export function trashedEvent(
  req: PayloadRequest,
  collection: 'scenes' | 'shots',
  doc: { id: string; project?: unknown },
  before: Record<string, unknown>,
): NewEvent {
  const actor = actorOf(req)
  return {
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
  }
}

/** Writes it. */
export async function recordTrashed(...change: Parameters<typeof trashedEvent>): Promise<void> {
  await appendEvents(change[0].payload, [trashedEvent(...change)])
}
