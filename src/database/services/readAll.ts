import type { CollectionSlug, Payload, Where } from 'payload'
import type { Config } from '@/payload-types'
import type { AccessOptions } from './Service'

/** What Payload makes of a statement's answer is one piece of work: so many documents keep others waiting for some 10 ms. */
const AT_ONCE = 25

export interface ReadAllArgs<Slug extends CollectionSlug> {
  collection: Slug
  where: Where
  sort?: string
  /** Only these fields. @default all */
  fields?: readonly (keyof Config['collections'][Slug])[]
}

/**
 * All documents that a condition selects, in order, read in pieces between which others have a turn. It is the state
 * of one moment as far as which documents there are and their order; one that is deleted meanwhile is left out.
 */
export async function readAll<Slug extends CollectionSlug>(
  payload: Payload,
  access: AccessOptions,
  { collection, where, sort, fields }: ReadAllArgs<Slug>,
): Promise<Config['collections'][Slug][]> {
  const select = fields && Object.fromEntries(fields.map((field) => [field, true]))
  const find = async (which: Where, more: { limit?: number; sort?: string; select?: object }) => {
    const query = { collection, where: which, depth: 0, pagination: false, ...more, ...access }
    const { docs } = await payload.find(query as Parameters<Payload['find']>[0])
    return docs as unknown as Config['collections'][Slug][]
  }
  const first = await find(where, { limit: AT_ONCE, sort, select })
  if (first.length < AT_ONCE) return first
  const ids = (await find(where, { sort, select: { updatedAt: true } })).map(({ id }) => String(id))
  const found = new Map(first.map((doc) => [String(doc.id), doc]))
  const missing = ids.filter((id) => !found.has(id))
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const piece = await find({ id: { in: missing.slice(from, from + AT_ONCE) } }, { limit: AT_ONCE, select })
    for (const doc of piece) found.set(String(doc.id), doc)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}
