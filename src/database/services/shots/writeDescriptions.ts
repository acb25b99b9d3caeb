import type { PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import type { Shot } from '@/payload-types'
import { changeEvent } from '../events/recordChange'

/** Writes descriptions that follow from what is written elsewhere: an event each, and nobody's shot becomes another's. */
export async function writeDescriptions(
  req: PayloadRequest,
  changes: ReadonlyArray<{ shot: Shot; description: string }>,
): Promise<void> {
  const rows = changes.map(({ shot, description }) => {
    const event = changeEvent({
      req,
      collection: 'shots',
      action: 'updated',
      doc: { ...shot, description },
      previousDoc: { ...shot },
      context: req.context,
    })
    const data = { description, updatedAt: new Date().toISOString() }
    return { id: String(shot.id), data, events: event ? [event] : [] }
  })
  if (rows.length > 0)
    await engineOf(req.payload).changeDocuments(req.payload, { collection: 'shots', changes: rows })
}
