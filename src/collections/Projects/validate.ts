import type { PayloadRequest, Validate } from 'payload'
import { relationId } from '@/lib/ids'

async function isThere(req: PayloadRequest, id: string): Promise<boolean> {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    select: { name: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return user !== null
}

/** A reference to a user who is there, or to nobody. Asked before the database would refuse it in its own words. */
export const isUser: Validate = async (value, { req }) => {
  const id = relationId(value)
  return id === null || (await isThere(req, id)) || 'names no user of this studio'
}

interface WithMembers {
  members?: Array<{ user?: unknown }> | null
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
  const earlier = (data.members ?? []).slice(0, Number.isNaN(index) ? 0 : index)
  if (earlier.some(({ user }) => relationId(user) === id)) return 'is a member already'
  return (await isThere(req, id)) || 'names no user of this studio'
}
