import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import { refreshProgress } from '../projects/refreshProgress'
import { countScenes } from './countScenes'

/** Brings the numbers of an episode and its project up to date after a part of them came, went or came back. */
export async function recount(
  req: PayloadRequest,
  part: { episode?: unknown; project?: unknown },
): Promise<void> {
  const [episodeId, projectId] = [relationId(part.episode), relationId(part.project)]
  if (episodeId) await countScenes(req, episodeId)
  if (projectId) await refreshProgress(req.payload, projectId, req)
}
