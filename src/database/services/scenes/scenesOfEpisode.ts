import type { PayloadRequest } from 'payload'
import type { Scene } from '@/payload-types'

/**
 * All scenes of an episode in order, for this project's own code, as they are stored: what Payload does with each
 * document that somebody reads takes as long again as reading them.
 *
 * @param withTrash those in the trash, too
 */
export async function scenesOfEpisode(
  req: PayloadRequest,
  episodeId: string,
  withTrash = false,
): Promise<Scene[]> {
  const ofEpisode = { episode: { equals: episodeId } }
  const { docs } = await req.payload.db.find<Scene>({
    collection: 'scenes',
    where: withTrash ? ofEpisode : { and: [ofEpisode, { deletedAt: { exists: false } }] },
    sort: 'order',
    limit: 0,
    pagination: false,
    // Typed as never being false, and read as "none" by both adapters.
    joins: false as never,
    req,
  })
  return docs
}
