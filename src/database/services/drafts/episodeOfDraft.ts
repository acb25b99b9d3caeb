import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import type { DraftRecord } from './draftRecord'

/** As it is stored at this moment. Whoever calls has checked the user. */
export const episodeOfDraft = (req: PayloadRequest, draft: DraftRecord): Promise<Episode> =>
  req.payload.findByID({
    collection: 'episodes',
    id: relationId(draft.episode) as string,
    depth: 0,
    joins: false,
    overrideAccess: true,
    req,
  })
