import type { CollectionSlug, Payload, Where } from 'payload'
import { turns } from '@/lib/giveWay'
import type { Config } from '@/payload-types'
import type { AccessOptions } from './Service'

/** What Payload makes of a statement's answer is one piece of work: so many documents keep others waiting for some 10 ms. */
const AT_ONCE = 25

interface Wanted<Slug extends CollectionSlug> {
  collection: Slug
  /** Only these fields. @default all */
  fields?: readonly (keyof Config['collections'][Slug])[]
}

type Doc<Slug extends CollectionSlug> = Config['collections'][Slug]

async function find<Slug extends CollectionSlug>(
  payload: Payload,
  access: AccessOptions,
  { collection, fields }: Wanted<Slug>,
  query: { where: Where; sort?: string; limit?: number },
): Promise<Doc<Slug>[]> {
  const select = fields && Object.fromEntries(fields.map((field) => [field, true]))
  const args = { collection, select, depth: 0, pagination: false, ...query, ...access }
  const { docs } = await payload.find(args as Parameters<Payload['find']>[0])
  return docs as unknown as Doc<Slug>[]
}

/** Documents by id, read in pieces between which others have a turn. Those that are not there, or not to be seen, are not in it. */
export async function readByIds<Slug extends CollectionSlug>(
  payload: Payload,
  access: AccessOptions,
  { ids, ...wanted }: Wanted<Slug> & { ids: readonly string[] },
): Promise<Map<string, Doc<Slug>>> {
  const found = new Map<string, Doc<Slug>>()
  const turn = turns()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await turn()
    const where = { id: { in: ids.slice(from, from + AT_ONCE) } }
    for (const doc of await find(payload, access, wanted, { where, limit: AT_ONCE }))
      found.set(String(doc.id), doc)
  }
  return found
}

/**
 * The ids alone, in one statement and without what Payload makes of a document (its hooks, field by field, for a thousand of
 * them at once). Nobody is asked who may see them: they are only good for asking for the documents.
 */
async function idsInOrder(
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  sort: string | undefined,
  req: AccessOptions['req'],
): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string | number }>({
    collection,
    where,
    sort,
    select: { id: true },
    pagination: false,
    req,
  })
  return docs.map(({ id }) => String(id))
}

/**
 * All documents that a condition selects, in order, read as {@link readByIds} does. It is the state of one moment as
 * far as which documents there are and their order; one that is deleted meanwhile is left out.
 */
export async function readAll<Slug extends CollectionSlug>(
  payload: Payload,
  access: AccessOptions,
  { where, sort, ...wanted }: Wanted<Slug> & { where: Where; sort?: string },
): Promise<Doc<Slug>[]> {
  const first = await find(payload, access, wanted, { where, sort, limit: AT_ONCE })
  if (first.length < AT_ONCE) return first
  const ids = await idsInOrder(payload, wanted.collection, where, sort, access.req)
  const found = new Map(first.map((doc) => [String(doc.id), doc]))
  const missing = ids.filter((id) => !found.has(id))
  for (const [id, doc] of await readByIds(payload, access, { ...wanted, ids: missing })) found.set(id, doc)
  return ids.flatMap((id) => found.get(id) ?? [])
}
