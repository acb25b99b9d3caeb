import { createLocalReq, type Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import type { ExportFormat } from '../ExportService'

const FIELD: Record<ExportFormat, 'storyboardPdf' | 'shotListCsv' | 'animatic'> = {
  pdf: 'storyboardPdf',
  csv: 'shotListCsv',
  animatic: 'animatic',
}

/** Puts new outputs in the place of an episode's old ones, then deletes those: they can be made again at any time. */
export async function saveOutputs(
  payload: Payload,
  episode: Episode,
  outputs: Partial<Record<ExportFormat, string>>,
): Promise<void> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const replaced: string[] = []
  const next = { ...episode.outputs }
  for (const [format, mediaId] of Object.entries(outputs) as Array<[ExportFormat, string]>) {
    const old = relationId(next[FIELD[format]])
    if (old && old !== mediaId) replaced.push(old)
    next[FIELD[format]] = mediaId
  }
  await payload.update({
    collection: 'episodes',
    id: episode.id,
    data: { outputs: next },
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const id of replaced)
    await payload.delete({ collection: 'media', id, depth: 0, overrideAccess: true, req })
}
