import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'
import { isParkedNumber, parkedNumber } from '@/lib/parkedNumber'
import { numberAtPlace } from '../scripts/renumber'
import { NUMBERED, type NumberedSlug, numberBefore } from './numberBefore'

type Row = Record<string, unknown>

/** One of the same episode or scene. */
interface Neighbour {
  id: string
  number: string
  order: number
  /** Not in the trash. */
  isThere: boolean
}

/** What was given out in one request, by parent: a bulk change restores many at once, and none of them sees the others. */
const given = new WeakMap<PayloadRequest, Map<string, Neighbour[]>>()

/** What had to come back with another number than it had, by request and id. */
const renumbered = new WeakMap<PayloadRequest, Map<string, string>>()

/** The number that something had, which came back with another one in this request. */
export const numberLost = (req: PayloadRequest, id: string): string | null =>
  renumbered.get(req)?.get(id) ?? null

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The others of the same episode or scene, those in the trash too: a unique index counts them. */
async function neighboursOf(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
  parentId: string,
): Promise<Neighbour[]> {
  const { field, parent } = NUMBERED[collection]
  const and: Where[] = [{ [parent]: { equals: parentId } }, { id: { not_equals: id } }]
  const { docs } = await req.payload.find({
    collection,
    where: { and },
    select: { [field]: true, order: true, deletedAt: true } as never,
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  return (docs as unknown as Row[]).map((doc) => {
    const number = String(doc[field])
    return {
      id: String(doc.id),
      number,
      order: Number(doc.order),
      isThere: !doc.deletedAt && !isParkedNumber(number),
    }
  })
}

/**
 * The number that whoever stood before it had, where that was taken away as well and nobody has it since: `2` of shots 2
 * and 3 that come back together, the second first. On a set, too, 2A stands behind a 2 that is left out.
 */
async function numberInTrash(
  req: PayloadRequest,
  collection: NumberedSlug,
  neighbours: Neighbour[],
  from: number,
  to: number,
): Promise<string | null> {
  const [last] = neighbours
    .filter(({ isThere, order, number }) => !isThere && isParkedNumber(number) && order > from && order < to)
    .sort((a, b) => b.order - a.order)
  const had = last ? await numberBefore(req, collection, last.id) : null
  return had && neighbours.every(({ number }) => number !== had) ? had : null
}

/** Where something stands among those that are there. One that has its place by now comes behind it. */
function placeAmong(neighbours: Neighbour[], wanted: number) {
  const there = neighbours.filter(({ isThere }) => isThere).sort((a, b) => a.order - b.order)
  const before = there.findLast(({ order }) => order < wanted) ?? null
  const after = there.find(({ order }) => order >= wanted) ?? null
  const isTaken = after?.order === wanted
  return { before, after, order: isTaken ? ((before?.order ?? wanted - 1) + wanted) / 2 : wanted }
}

/**
 * The number of a document that an import, a draft or new suggestions had put into the trash and that comes back from
 * there: the one it had; where another has that by now, one by its place (`4A` behind 4); and its place where nobody knows
 * it. Null where it has a number that people use.
 *
 * @param data what is written; what it does not have stays
 * @returns what is to be written: the number, and a place of its own
 */
export async function returnedNumber(
  req: PayloadRequest,
  collection: NumberedSlug,
  data: Row,
  original: Row | undefined,
): Promise<Row | null> {
  const id = text(original?.id)
  if (!id) return null
  const next: Row = { ...original, ...data }
  const { field, parent, maxLength } = NUMBERED[collection]
  const parentId = relationId(next[parent])
  // Also on the way back to a version that was kept while the number was away.
  if (next.deletedAt || next[field] !== parkedNumber(id) || !parentId) return null
  const own = text(original?.[field])
  if (own && own !== parkedNumber(id)) return { [field]: own }
  const wanted = Number(next.order) || 1
  const known = await numberBefore(req, collection, id)
  const had = known ?? String(wanted)
  const others = await neighboursOf(req, collection, id, parentId)
  const inRequest = given.get(req) ?? new Map<string, Neighbour[]>()
  given.set(req, inRequest)
  const returned = inRequest.get(parentId) ?? []
  const all = [...others, ...returned]
  const used = new Set(all.map(({ number }) => number))
  const { before, after, order } = placeAmong(all, wanted)
  const number = used.has(had)
    ? numberAtPlace(
        (await numberInTrash(req, collection, all, before?.order ?? 0, wanted)) ?? before?.number ?? null,
        after?.number ?? null,
        used,
        maxLength,
      )
    : had
  inRequest.set(parentId, [...returned, { id, number, order, isThere: true }])
  if (known && known !== number) renumbered.set(req, (renumbered.get(req) ?? new Map()).set(id, known))
  return { [field]: number, order }
}
