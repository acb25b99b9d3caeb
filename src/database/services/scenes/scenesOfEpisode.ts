import type { PayloadRequest } from 'payload'
import type { Scene } from '@/payload-types'
import { storedInTurns } from '../storedInTurns'

/**
 * All scenes of an episode in order, for this project's own code, as they are stored ({@link storedInTurns}).
 *
 * @param withTrash those in the trash, too
 */
export const scenesOfEpisode = (
  req: PayloadRequest,
  episodeId: string,
  withTrash = false,
): Promise<Scene[]> =>
  storedInTurns(req, {
    collection: 'scenes',
    where: { episode: { equals: episodeId } },
    sort: 'order',
    withTrash,
  })
