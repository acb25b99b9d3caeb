import type { PayloadRequest } from 'payload'
import { PreconditionFailed } from '@/errors'
import type { Episode } from '@/payload-types'
import { loadEpisodeState, NEW_EPISODE_ETAG } from './episodeState'

/**
 * For an import, in the project's turn, before it writes: whoever looked at a dry run imports what they saw, or nothing.
 *
 * @param target the episode that is brought up to date; null where a new one is made
 * @param etag that of the dry run, its `base.etag`
 * @throws {PreconditionFailed} where the episode has another one by now
 */
export async function assertUnchanged(
  req: PayloadRequest,
  target: Episode | null,
  etag: string,
): Promise<void> {
  const now = target ? (await loadEpisodeState(req, String(target.id))).etag : NEW_EPISODE_ETAG
  if (now === etag) return
  throw new PreconditionFailed(
    'The episode has changed since then. Send it with `dryRun=true` again to see what it would change now.',
    now,
  )
}
