import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'
import { parkedNumber } from '@/lib/parkedNumber'
import { freeNumber } from '../scripts/renumber'

export type NumberedSlug = 'scenes' | 'shots'

type Row = Record<string, unknown>

/** Which field is the number, what it is unique within, and how long it may be. */
const NUMBERED = {
  scenes: { field: 'sceneNumber', parent: 'episode', maxLength: undefined },
  shots: { field: 'shotNumber', parent: 'scene', maxLength: 20 },
} as const

/** Numbers given out in one request: a bulk change restores many at once, and none of them sees the others. */
const given = new WeakMap<PayloadRequest, Set<string>>()

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * What a document was numbered before its number was taken away. The log knows: who takes a number away writes it down,
 * and so does who gives one.
 */
async function numberBefore(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
): Promise<string | null> {
  const { field } = NUMBERED[collection]
  const parked = parkedNumber(id)
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
      if (number && number !== parked) return number
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
    if (number && number !== parked) return number
  }
  return null
}

/** All numbers of the same episode or scene, those in the trash too: a unique index counts them. */
async function numbersBeside(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
  parentId: string,
): Promise<Set<string>> {
  const { field, parent } = NUMBERED[collection]
  const and: Where[] = [{ [parent]: { equals: parentId } }, { id: { not_equals: id } }]
  const { docs } = await req.payload.find({
    collection,
    where: { and },
    select: { [field]: true } as never,
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  return new Set((docs as unknown as Row[]).map((doc) => String(doc[field])))
}

/**
 * The number of a document that an import, a draft or new suggestions had put into the trash and that comes back from
 * there: the one it had, the next free one where another has that by now (`12` → `12A`), and its place where nobody
 * knows it. Null where it has a number that people use.
 *
 * @param data what is written; what it does not have stays
 */
export async function returnedNumber(
  req: PayloadRequest,
  collection: NumberedSlug,
  data: Row,
  original: Row | undefined,
): Promise<{ field: string; number: string } | null> {
  const id = text(original?.id)
  if (!id) return null
  const next: Row = { ...original, ...data }
  const { field, parent, maxLength } = NUMBERED[collection]
  const parentId = relationId(next[parent])
  // Also on the way back to a version that was kept while the number was away.
  if (next.deletedAt || next[field] !== parkedNumber(id) || !parentId) return null
  const own = text(original?.[field])
  if (own && own !== parkedNumber(id)) return { field, number: own }
  const before = (await numberBefore(req, collection, id)) ?? String(Number(next.order) || 1)
  const used = await numbersBeside(req, collection, id, parentId)
  const inRequest = given.get(req) ?? new Set()
  given.set(req, inRequest)
  for (const key of inRequest) if (key.startsWith(`${parentId} `)) used.add(key.slice(parentId.length + 1))
  const number = used.has(before) ? freeNumber(before, used, maxLength) : before
  inRequest.add(`${parentId} ${number}`)
  return { field, number }
}
