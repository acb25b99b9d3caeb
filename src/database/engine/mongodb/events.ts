import { setTimeout as sleep } from 'node:timers/promises'
import { type Collection, MongoBulkWriteError, ObjectId } from 'mongodb'
import type { EventStore, NewEvent } from '@/contracts'
import { type GetDb, isDuplicateKey, nativeCollection, plainJson, toId } from './client'

/** Events in one insert: well below what one message to the server may hold. */
const MAX_BATCH = 500

interface EventDocument {
  _id: ObjectId
  sequence: number
  type: string
  action: string
  entityCollection: string
  entityId: string
  actor: ObjectId | null
  actorKind: NewEvent['actorKind']
  before: unknown
  after: unknown
  requestId: string | null
  project: ObjectId | null
  createdAt: Date
  updatedAt: Date
}

const toDocument = (event: NewEvent): Omit<EventDocument, 'sequence'> => {
  const now = new Date()
  return {
    _id: new ObjectId(),
    type: event.type,
    action: event.action,
    entityCollection: event.entityCollection,
    entityId: event.entityId,
    actor: event.actorId ? toId(event.actorId) : null,
    actorKind: event.actorKind,
    before: plainJson(event.before),
    after: plainJson(event.after),
    requestId: event.requestId,
    project: event.projectId ? toId(event.projectId) : null,
    createdAt: now,
    updatedAt: now,
  }
}

async function lastSequence(events: Collection<EventDocument>): Promise<number> {
  const last = await events.findOne({}, { sort: { sequence: -1 }, projection: { sequence: 1 } })
  return last?.sequence ?? 0
}

/** One event on its way into the log, and who waits for its number. */
interface Pending {
  document: Omit<EventDocument, 'sequence'>
  resolve: (sequence: number) => void
  reject: (error: unknown) => void
}

/**
 * Writes what it can of a batch with the numbers that follow the highest one, and tells those who wait.
 * An ordered insert stops at the first refusal, so events keep their order.
 *
 * @returns what is left, because another process took a number first.
 */
async function writeBatch(events: Collection<EventDocument>, batch: Pending[]): Promise<Pending[]> {
  const base = await lastSequence(events)
  const documents = batch.map(({ document }, index) => ({ ...document, sequence: base + index + 1 }))
  try {
    await events.insertMany(documents, { ordered: true })
    for (const [index, { resolve }] of batch.entries()) resolve(base + index + 1)
    return []
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error
    const { insertedCount } = error
    for (const [index, { resolve }] of batch.slice(0, insertedCount).entries()) resolve(base + index + 1)
    if (isDuplicateKey(error)) return batch.slice(insertedCount)
    // This one cannot be written, too large perhaps; those behind it can.
    batch[insertedCount]?.reject(error)
    return batch.slice(insertedCount + 1)
  }
}

/**
 * Events on MongoDB. A counter that is increased first and used later would let a reader see event 8 before
 * event 7 is written, and one who resumes after 8 would miss 7 for ever. Here a number is taken by writing
 * the event itself, and only the number after the highest one that can be seen: the log has no gaps and grows
 * at its end only, so a reader who asks for what comes after N has missed nothing up to N. Where two
 * processes reach for one number, the unique index refuses the second, which numbers its batch anew.
 *
 * One process writes one batch at a time; what is appended meanwhile goes together into the next. So only
 * processes compete, not requests.
 */
export function mongodbEventStore(db: GetDb): EventStore {
  const events = () => nativeCollection<EventDocument>(db, 'events')
  let queue: Pending[] = []
  let isWriting = false

  const drain = async (): Promise<void> => {
    isWriting = true
    let collisions = 0
    while (queue.length > 0) {
      const batch = queue.slice(0, MAX_BATCH)
      queue = queue.slice(MAX_BATCH)
      try {
        const rest = await writeBatch(events(), batch)
        queue = [...rest, ...queue]
        collisions = rest.length > 0 ? collisions + 1 : 0
        // Processes that collide step aside for different times, or they would collide again.
        if (collisions > 0) await sleep(Math.random() * Math.min(4 * 2 ** collisions, 200))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isWriting = false
  }

  return {
    async append(all) {
      if (all.length === 0) return lastSequence(events())
      const written = all.map((event) => {
        const document = toDocument(event)
        return new Promise<number>((resolve, reject) => queue.push({ document, resolve, reject }))
      })
      if (!isWriting) void drain()
      return Math.max(...(await Promise.all(written)))
    },
  }
}
