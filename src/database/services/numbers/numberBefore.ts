import type { PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'

export type NumberedSlug = 'scenes' | 'shots'

type Row = Record<string, unknown>

/** Which field is the number, what it is unique within, and how long it may be. */
export const NUMBERED = {
  scenes: { field: 'sceneNumber', parent: 'episode', maxLength: undefined },
  shots: { field: 'shotNumber', parent: 'scene', maxLength: 20 },
} as const

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * What a document was numbered before its number was taken away. The log knows: who takes a number away writes it down,
 * and so does who gives one.
 *
 * @param now the number that it has. @default none that people use
 */
export async function numberBefore(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
  now: string = parkedNumber(id),
): Promise<string | null> {
  const { field } = NUMBERED[collection]
  const isAnother = (number: string | null): number is string =>
    number !== null && number !== now && number !== parkedNumber(id)
  const { docs: events } = await req.payload.find({
    collection: 'events',
    where: { and: [{ entityCollection: { equals: collection } }, { entityId: { equals: id } }] },
    sort: '-sequence',
    select: { before: true, after: true },
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const { before, after } of events)
    for (const side of [after, before]) {
      const number = text((side as Row | null)?.[field])
      if (isAnother(number)) return number
    }
  // Shots that were made many at once have no number in the log, but in what people have saved of them since.
  const { docs: versions } = await req.payload.db.findVersions<Row>({
    collection,
    where: { parent: { equals: id } },
    sort: '-createdAt',
    limit: 50,
    pagination: false,
    req,
  })
  for (const { version } of versions) {
    const number = text((version as Row)[field])
    if (isAnother(number)) return number
  }
  return null
}
