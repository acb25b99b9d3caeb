import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { AccessOptions } from '../Service'

/**
 * On MongoDB an event may be seen a moment before the change that it tells of. So for a while after one nothing is
 * called unchanged.
 */
const SETTLED_MS = 10_000

/**
 * A word that is another one as soon as anything on an episode's board may have changed, for two small queries: the
 * number of the project's last event. To be asked for before the board is read.
 *
 * @returns null where something has changed only just now, and where the user may not see the episode.
 */
export async function boardMark(
  payload: Payload,
  access: AccessOptions,
  episodeId: string,
): Promise<string | null> {
  const episode = await payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    select: { project: true },
    disableErrors: true,
    ...access,
  })
  const projectId = relationId(episode?.project)
  if (!projectId) return null
  // A number says nothing of what happened: who may see the board may know it.
  const { docs } = await payload.find({
    collection: 'events',
    where: { project: { equals: projectId } },
    select: { sequence: true, createdAt: true },
    sort: '-sequence',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const last = docs[0]
  if (!last || Date.now() - Date.parse(last.createdAt) < SETTLED_MS) return null
  return `${episodeId}-${last.sequence}`
}
