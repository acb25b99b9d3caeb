import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { PayloadRequest, RequestContext } from 'payload'
import { actorOf } from '@/access'
import type { NewEvent } from '@/contracts'
import { engineOf } from '@/database/engine'
import { relationId } from '@/lib/ids'
import { removedWith } from '../cascade/removedWith'
import { appendEvents } from './appendEvents'
import { entityName } from './entityName'

/** Never in the log: bookkeeping, secrets, and what is itself computed from other documents. */
const IGNORED = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'hash',
  'salt',
  'password',
  'currentPassword',
  'apiKey',
  'apiKeyIndex',
  'enableAPIKey',
  'hasAPIKey',
  'sessions',
  'loginAttempts',
  'lockUntil',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'embedding',
  'madeFrom',
  'collection',
])

/** Longer texts are cut: the full text is in the document's versions. */
const MAX_TEXT = 2_000

/** A value as the log keeps it: relationships as ids, join pages left out, long texts cut. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const record = value as Record<string, unknown>
  if ('docs' in record && 'hasNextPage' in record) return undefined
  if ('id' in record && 'createdAt' in record) return relationId(record)
  return Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, plain(entry)]))
}

type Doc = Record<string, unknown>

/** Nothing and what is missing alike; in which order a database has kept fields says nothing either. */
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify({ value }, (_key, each: unknown) => each ?? undefined))

function changedFields(before: Doc | null, after: Doc | null): { before: Doc | null; after: Doc | null } {
  const keys = new Set(
    [...Object.keys(before ?? {}), ...Object.keys(after ?? {})].filter((key) => !IGNORED.has(key)),
  )
  const changes = { before: {} as Doc, after: {} as Doc }
  for (const key of keys) {
    const [old, now] = [plain(before?.[key]), plain(after?.[key])]
    if (isDeepStrictEqual(comparable(old), comparable(now))) continue
    if (old !== undefined) changes.before[key] = old
    if (now !== undefined) changes.after[key] = now
  }
  return { before: before ? changes.before : null, after: after ? changes.after : null }
}

export interface Change {
  req: PayloadRequest
  collection: string
  action: 'created' | 'updated' | 'deleted'
  doc: Doc | null
  previousDoc: Doc | null
  context: RequestContext
  /** Names of what was changed besides, and is not said: see changedSecrets. */
  secrets?: string[]
}

/** The event of one change of one document; null of a change that changed nothing. */
export function changeEvent({
  req,
  collection,
  action,
  doc,
  previousDoc,
  context,
  secrets = [],
}: Change): NewEvent | null {
  const entity = doc ?? previousDoc
  if (!entity) return null
  const changes = changedFields(previousDoc, doc)
  if (secrets.length > 0) changes.after = { ...changes.after, changed: secrets }
  if (action === 'updated' && Object.keys({ ...changes.before, ...changes.after }).length === 0) return null
  const wasTrashed = action === 'updated' && Boolean(changes.after?.deletedAt)
  const actor = actorOf(req)
  const removed = action === 'deleted' && removedWith(context, collection, String(entity.id))
  return {
    type: `${entityName(collection)}.${wasTrashed ? 'trashed' : action}`,
    action: wasTrashed ? 'trashed' : action,
    entityCollection: collection,
    entityId: String(entity.id),
    // A deleted project cannot be pointed at any more.
    projectId:
      collection === 'projects'
        ? action === 'deleted'
          ? null
          : String(entity.id)
        : context.deletingProject
          ? null
          : relationId(entity.project),
    actorId: actor?.id ?? null,
    actorKind: actor
      ? actor.role === 'worker'
        ? 'worker'
        : 'user'
      : context.isGenerating
        ? 'worker'
        : 'system',
    before: changes.before,
    after: removed ? { removed } : changes.after,
    requestId: req.headers?.get?.('x-request-id') ?? null,
  }
}

/**
 * Writes the event of one change of one document, once that is there for everybody. A change that changed nothing writes
 * none, nor does one that is rolled back.
 */
export async function recordChange(change: Change): Promise<void> {
  const event = changeEvent(change)
  const { req } = change
  if (!event) return
  await engineOf(req.payload).afterCommit(req, `event:${randomUUID()}`, async () => {
    await appendEvents(req.payload, [event])
  })
}
