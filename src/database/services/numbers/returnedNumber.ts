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
  /**
   * Its place at the time of which the place of what comes back is; null of what has come since. In the trash nothing
   * moves along, where scenes before it go or come.
   */
  place: number | null
  /** Not in the trash. */
  isThere: boolean
}

/** What was given out in one request, by parent: a bulk change restores many at once, and none of them sees the others. */
const given = new WeakMap<PayloadRequest, Map<string, Neighbour[]>>()

/** A bulk change works at its documents all at once; those of one request get their numbers one after the other. */
const turns = new WeakMap<PayloadRequest, Promise<unknown>>()

function inTurn<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const mine = (turns.get(req) ?? Promise.resolve()).then(work)
  // What was refused to one is not refused to the next.
  turns.set(
    req,
    mine.catch(() => undefined),
  )
  return mine
}

/** What had to come back with another number than it had, by request and id. */
const renumbered = new WeakMap<PayloadRequest, Map<string, string>>()

/** The number that something had, which came back with another one in this request. */
export const numberLost = (req: PayloadRequest, id: string): string | null =>
  renumbered.get(req)?.get(id) ?? null

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * Which place scenes had when this one went into the trash, by id: the log has it of those that have another one since.
 * Shots are put in order without an entry in the log.
 */
async function placesThen(
  req: PayloadRequest,
  collection: NumberedSlug,
  id: string,
  ids: string[],
): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  if (collection !== 'scenes') return places
  const ofScenes = { entityCollection: { equals: collection } }
  const common = { collection: 'events', depth: 0, pagination: false, overrideAccess: true, req } as const
  const { docs: trashed } = await req.payload.find({
    ...common,
    where: { and: [ofScenes, { entityId: { equals: id } }, { action: { equals: 'trashed' } }] },
    sort: '-sequence',
    select: { sequence: true },
    limit: 1,
  })
  const since = trashed[0]?.sequence
  if (since === undefined) return places
  const { docs } = await req.payload.find({
    ...common,
    where: { and: [ofScenes, { entityId: { in: ids } }, { sequence: { greater_than: since } }] },
    sort: 'sequence',
    select: { entityId: true, before: true },
  })
  for (const { entityId, before } of docs) {
    const order = (before as Row | null)?.order
    if (typeof order === 'number' && !places.has(entityId)) places.set(entityId, order)
  }
  return places
}

/** The others of the same episode or scene, those in the trash too: a unique index counts them. */
async function neighboursOf(
  req: PayloadRequest,
  collection: NumberedSlug,
  original: Row,
  parentId: string,
): Promise<Neighbour[]> {
  const id = String(original.id)
  const { field, parent } = NUMBERED[collection]
  const and: Where[] = [{ [parent]: { equals: parentId } }, { id: { not_equals: id } }]
  const { docs } = await req.payload.find({
    collection,
    where: { and },
    select: { [field]: true, order: true, deletedAt: true, createdAt: true } as never,
    depth: 0,
    pagination: false,
    joins: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  const rows = docs as unknown as Row[]
  const ids = rows.map((doc) => String(doc.id))
  const then = await placesThen(req, collection, id, ids)
  const trashedAt = Date.parse(String(original.deletedAt))
  return rows.map((doc) => {
    const number = String(doc[field])
    const isNewer = collection === 'scenes' && Date.parse(String(doc.createdAt)) > trashedAt
    return {
      id: String(doc.id),
      number,
      order: Number(doc.order),
      place: isNewer ? null : (then.get(String(doc.id)) ?? Number(doc.order)),
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
    .filter(
      ({ isThere, place, number }) =>
        !isThere && isParkedNumber(number) && place !== null && place > from && place < to,
    )
    .sort((a, b) => Number(b.place) - Number(a.place))
  const had = last ? await numberBefore(req, collection, last.id) : null
  return had && neighbours.every(({ number }) => number !== had) ? had : null
}

/**
 * Where something stands among those that are there: behind the one that it stood behind, else before the one that it
 * stood before. One that has its place by now comes behind it.
 *
 * @param wanted the place that it had
 */
function placeAmong(neighbours: Neighbour[], wanted: number) {
  const there = neighbours.filter(({ isThere }) => isThere).sort((a, b) => a.order - b.order)
  const known = there.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place))
  const anchor = known.findLast(({ place }) => Number(place) < wanted)
  const next = known.find(({ place }) => Number(place) >= wanted)
  const at = anchor ? there.indexOf(anchor) + 1 : next ? there.indexOf(next) : there.length
  const [before, after] = [there[at - 1] ?? null, there[at] ?? null]
  const isFree = (!before || before.order < wanted) && (!after || after.order > wanted)
  const from = before?.order ?? (after?.order ?? wanted) - 1
  return {
    before,
    after,
    order: isFree ? wanted : (from + (after?.order ?? from + 2)) / 2,
    stoodBehind: anchor?.place ?? 0,
  }
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
  const { field, parent } = NUMBERED[collection]
  const parentId = relationId(next[parent])
  // Also on the way back to a version that was kept while the number was away.
  if (next.deletedAt || next[field] !== parkedNumber(id) || !parentId) return null
  const own = text(original?.[field])
  if (own && own !== parkedNumber(id)) return { [field]: own }
  return inTurn(req, () => numberFor(req, collection, { id, parentId, next, original: original as Row }))
}

async function numberFor(
  req: PayloadRequest,
  collection: NumberedSlug,
  { id, parentId, next, original }: { id: string; parentId: string; next: Row; original: Row },
): Promise<Row> {
  const { field, maxLength } = NUMBERED[collection]
  const wanted = Number(next.order) || 1
  const known = await numberBefore(req, collection, id)
  const had = known ?? String(wanted)
  const others = await neighboursOf(req, collection, original, parentId)
  const inRequest = given.get(req) ?? new Map<string, Neighbour[]>()
  given.set(req, inRequest)
  const returned = inRequest.get(parentId) ?? []
  const isReturned = new Set(returned.map((each) => each.id))
  const all = [...others.filter((each) => !isReturned.has(each.id)), ...returned]
  const used = new Set(all.map(({ number }) => number))
  const { before, after, order, stoodBehind } = placeAmong(all, wanted)
  const number = used.has(had)
    ? numberAtPlace(
        (await numberInTrash(req, collection, all, stoodBehind, wanted)) ?? before?.number ?? null,
        after?.number ?? null,
        used,
        maxLength,
      )
    : had
  inRequest.set(parentId, [...returned, { id, number, order, place: wanted, isThere: true }])
  if (known && known !== number) renumbered.set(req, (renumbered.get(req) ?? new Map()).set(id, known))
  return { [field]: number, order }
}
