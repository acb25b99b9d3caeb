import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { turns } from '@/lib/giveWay'
import type { Config } from '@/payload-types'

/** What the adapter makes of a statement's answer is one piece of work: so many scenes take it some milliseconds. */
const AT_ONCE = 25

interface Wanted<Slug extends CollectionSlug, Field extends keyof Config['collections'][Slug]> {
  collection: Slug
  where: Where
  /** @default the newest first, as Payload does */
  sort?: string
  /** Only these fields. @default all */
  fields?: readonly Field[]
  /** Those in the trash, too; where a collection has none, all. */
  withTrash?: boolean
}

/**
 * All documents that a condition selects, in order, for this project's own code, as they are stored: what Payload does with
 * each document that somebody reads takes as long again as reading them. A season's are read in pieces, between which
 * others have a turn. It is the state of one moment as far as which documents there are and their order; one that is
 * deleted meanwhile is left out.
 */
export async function storedInTurns<
  Slug extends CollectionSlug,
  Field extends keyof Config['collections'][Slug] = keyof Config['collections'][Slug],
>(
  req: PayloadRequest,
  { collection, where, sort, fields, withTrash = false }: Wanted<Slug, Field>,
): Promise<Pick<Config['collections'][Slug], Field | ('id' & keyof Config['collections'][Slug])>[]> {
  type Doc = Pick<Config['collections'][Slug], Field | ('id' & keyof Config['collections'][Slug])>
  const find = async <Found>(found: Where, limit: number, select?: Record<string, true>) => {
    const { docs } = await req.payload.db.find<never>({
      collection,
      where: withTrash ? found : { and: [found, { deletedAt: { exists: false } }] },
      ...(sort ? { sort } : {}),
      ...(select ? { select } : {}),
      limit,
      pagination: false,
      // Typed as never being false, and read as "none" by both adapters.
      joins: false as never,
      req,
    })
    return docs as unknown as Array<Found & { id: string | number }>
  }
  const select = fields && (Object.fromEntries(fields.map((field) => [field, true])) as Record<string, true>)
  const first = await find<Doc>(where, AT_ONCE, select)
  if (first.length < AT_ONCE) return first
  const ids = (await find<object>(where, 0, { id: true })).map(({ id }) => String(id))
  const read = new Map<string, Doc>(first.map((doc) => [String(doc.id), doc]))
  const missing = ids.filter((id) => !read.has(id))
  const turn = turns()
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    await turn()
    const piece = { id: { in: missing.slice(from, from + AT_ONCE) } }
    for (const doc of await find<Doc>(piece, AT_ONCE, select)) read.set(String(doc.id), doc)
  }
  return ids.flatMap((id) => read.get(id) ?? [])
}
