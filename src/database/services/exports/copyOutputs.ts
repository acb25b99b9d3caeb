import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { ExportFormat } from '../ExportService'
import { MediaService } from '../MediaService'

/** Copies what the pipeline assembled for an episode to files. @returns the absolute paths of those there are. */
export async function copyOutputs(
  payload: Payload,
  episodeId: string,
  pathFor: (format: ExportFormat) => string,
): Promise<Partial<Record<ExportFormat, string>>> {
  const episode = await payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    overrideAccess: true,
  })
  const media = new MediaService({ payload })
  const copied: Partial<Record<ExportFormat, string>> = {}
  const ids = {
    pdf: relationId(episode.outputs?.storyboardPdf),
    csv: relationId(episode.outputs?.shotListCsv),
    animatic: relationId(episode.outputs?.animatic),
  }
  for (const [format, id] of Object.entries(ids) as Array<[ExportFormat, string | null]>) {
    const file = id === null ? null : await media.findById(id)
    if (!file) continue
    const target = path.resolve(pathFor(format))
    await mkdir(path.dirname(target), { recursive: true })
    try {
      await copyFile(media.localPath(file), `${target}.part`)
      await rename(`${target}.part`, target)
    } finally {
      await rm(`${target}.part`, { force: true })
    }
    copied[format] = target
  }
  return copied
}
