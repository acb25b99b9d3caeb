import { createLocalReq, type PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import { relationId } from '@/lib/ids'
import { withLock } from '../locks/withLock'
import { refreshProgress } from '../projects/refreshProgress'
import { countScenes } from './countScenes'

/** What a count of the largest projects takes, several times over. */
const WAIT_SECONDS = 60

/**
 * Brings the numbers of an episode and its project up to date after a part of them came, went or came back: once that is
 * there for everybody, and one after the other. Within the transactions of two people who add something to one film at
 * once, one of them would be refused, and neither would count what the other adds.
 */
export async function recount(
  req: PayloadRequest,
  part: { episode?: unknown; project?: unknown },
): Promise<void> {
  const [episodeId, projectId] = [relationId(part.episode), relationId(part.project)]
  const { payload } = req
  const name = `recount:${projectId}`
  await engineOf(payload).afterCommit(req, `${name}:${episodeId}`, () =>
    withLock(
      { payload, name, waitSeconds: WAIT_SECONDS, message: 'This project is being counted.' },
      async () => {
        const own = await createLocalReq({}, payload)
        if (episodeId) await countScenes(own, episodeId)
        if (projectId) await refreshProgress(payload, projectId, own)
      },
    ),
  )
}
