import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { actorOf, canInProject } from '@/access'
import { relationId } from '@/lib/ids'
import { keepOfToday } from '../hooks/keepOfToday'

type Member = { user?: unknown }

/** Whose it is, by what it is found, and what was counted since. */
const today = keepOfToday(['createdBy', 'slug', 'awaitsScript', 'progress', 'episodesMade'])

/** Who is in the studio no more does not come back into a project. */
async function stillThere(req: PayloadRequest, members: readonly Member[]): Promise<Member[]> {
  const ids = members.map(({ user }) => relationId(user)).filter((id) => id !== null)
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: ids } },
    select: { name: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const there = new Set(docs.map(({ id }) => String(id)))
  return members.filter(({ user }) => there.has(relationId(user) ?? ''))
}

/**
 * An earlier version of a project is what people wrote of it. Its members, budget and settings come back where somebody
 * restores it who manages the project (see managersOnly); else they are as of today.
 */
export const keepWhatCameSince: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data || !originalDoc || !req.context.isRestoringVersion) return data
  const result = today({ data, originalDoc, req })
  const isManaged = !actorOf(req) || (await canInProject(req, String(originalDoc.id), 'manage'))
  if (!isManaged) return { ...result, settings: originalDoc.settings }
  return { ...result, members: await stillThere(req, (data.members ?? []) as Member[]) }
}
