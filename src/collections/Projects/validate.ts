import { createDataloaderCacheKey, type PayloadRequest, type Validate } from 'payload'
import { relationId } from '@/lib/ids'

/** Of many at once, as a list of members asks, in one question. */
async function isThere(req: PayloadRequest, id: string): Promise<boolean> {
  const key = createDataloaderCacheKey({
    collectionSlug: 'users',
    docID: id,
    select: { name: true },
    depth: 0,
    currentDepth: 0,
    draft: false,
    fallbackLocale: null as never,
    locale: null as never,
    overrideAccess: true,
    showHiddenFields: false,
    transactionID: req.transactionID as string,
  })
  return Boolean(await req.payloadDataLoader.load(key))
}

/** A reference to a user who is there, or to nobody. Asked before the database would refuse it in its own words. */
export const isUser: Validate = async (value, { req }) => {
  const id = relationId(value)
  return id === null || (await isThere(req, id)) || 'names no user of this studio'
}

interface Member {
  user?: unknown
}

interface WithMembers {
  members?: Member[] | null
}

/** Of each user the first row, for as long as somebody has the list: each of its rows is asked about. */
const firstRows = new WeakMap<Member[], Map<string | null, number>>()

function firstRowOf(members: Member[], id: string): number {
  let known = firstRows.get(members)
  if (!known) {
    known = new Map()
    for (const [row, { user }] of members.entries()) {
      const each = relationId(user)
      if (!known.has(each)) known.set(each, row)
    }
    firstRows.set(members, known)
  }
  return known.get(id) ?? members.length
}

/**
 * A member: a user who is there, and on the project once; of two rows the later is at fault.
 *
 * Not `required` on the field: the column could not be emptied in old versions when the user is deleted.
 */
export const isMember: Validate<unknown, WithMembers> = async (value, { data, path, req }) => {
  const id = relationId(value)
  if (id === null) return 'This field is required.'
  const index = Number(path?.find((part) => Number.isInteger(Number(part))))
  if (firstRowOf(data.members ?? [], id) < index) return 'is a member already'
  return (await isThere(req, id)) || 'names no user of this studio'
}
