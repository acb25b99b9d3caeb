import { createLocalReq, type Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import type { ExportFormat } from './formats'
import { isMade } from './madeFrom/outputState'

const FIELD: Record<ExportFormat, 'storyboardPdf' | 'shotListCsv' | 'animatic'> = {
  pdf: 'storyboardPdf',
  csv: 'shotListCsv',
  animatic: 'animatic',
}

/** The outputs in whose place a person put a file of their own: nothing that is made takes it away. */
export async function ownOutputs(payload: Payload, episode: Episode): Promise<Set<ExportFormat>> {
  const own = new Set<ExportFormat>()
  for (const [format, field] of Object.entries(FIELD) as Array<
    [ExportFormat, (typeof FIELD)[ExportFormat]]
  >) {
    const id = relationId(episode.outputs?.[field])
    if (!id) continue
    const media = await payload.findByID({
      collection: 'media',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      select: { provenance: true },
    })
    if (media && !isMade(media)) own.add(format)
  }
  return own
}

/**
 * Puts new outputs in the place of an episode's old ones, then deletes those: they can be made again at any time. The
 * episode is read anew: what a person put in the place of one meanwhile stays, and the new one goes.
 */
export async function saveOutputs(
  payload: Payload,
  { id }: Pick<Episode, 'id'>,
  outputs: Partial<Record<ExportFormat, string>>,
): Promise<void> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const options = { depth: 0, overrideAccess: true, req } as const
  const episode = await payload.findByID({ collection: 'episodes', id, ...options })
  const own = await ownOutputs(payload, episode)
  const replaced: string[] = []
  const next = { ...episode.outputs }
  for (const [format, mediaId] of Object.entries(outputs) as Array<[ExportFormat, string]>) {
    const old = relationId(next[FIELD[format]])
    if (own.has(format) && old !== mediaId) {
      replaced.push(mediaId)
      continue
    }
    if (old && old !== mediaId) replaced.push(old)
    next[FIELD[format]] = mediaId
  }
  await payload.update({ collection: 'episodes', id, data: { outputs: next }, ...options })
  for (const mediaId of replaced) await payload.delete({ collection: 'media', id: mediaId, ...options })
}
