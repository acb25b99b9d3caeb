import type { PayloadRequest, Where } from 'payload'
import type { NewEvent } from '@/contracts'
import type { Scene } from '@/payload-types'
import { appendEvents } from '../events/appendEvents'
import { changeEvent } from '../events/recordChange'

/** Scenes that go together: few enough that nobody waits for them. */
const CHUNK = 100

/**
 * Deletes scenes for good that have nothing below them, past Payload's hooks: with their versions, the rows that
 * Payload keeps beside documents, and one event each. Can be repeated after a crash, with those that are still there.
 */
export async function forgetScenes(req: PayloadRequest, scenes: Scene[]): Promise<void> {
  for (let start = 0; start < scenes.length; start += CHUNK)
    await forgetChunk(req, scenes.slice(start, start + CHUNK))
}

async function forgetChunk(req: PayloadRequest, scenes: Scene[]): Promise<void> {
  const { db } = req.payload
  const ids = scenes.map(({ id }) => id)
  const isLockOfOne: Where = {
    and: [{ 'document.relationTo': { equals: 'scenes' } }, { 'document.value': { in: ids } }],
  }
  await db.deleteMany({ collection: 'payload-locked-documents', where: isLockOfOne, req })
  await db.deleteVersions({ collection: 'scenes', where: { parent: { in: ids } }, req })
  await db.deleteMany({ collection: 'scenes', where: { id: { in: ids } }, req })
  const keys = ids.map((id) => `collection-scenes-${id}`)
  await db.deleteMany({ collection: 'payload-preferences', where: { key: { in: keys } }, req })
  await appendEvents(
    req.payload,
    scenes.flatMap((scene): NewEvent[] => {
      const previousDoc = scene as unknown as Record<string, unknown>
      const { context } = req
      const event = changeEvent({
        req,
        collection: 'scenes',
        action: 'deleted',
        doc: null,
        previousDoc,
        context,
      })
      return event ? [event] : []
    }),
  )
}
