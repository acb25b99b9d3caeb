import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TaskHandler, TaskPorts } from '@/contracts'
import { EpisodeService } from '@/database/services/EpisodeService'
import {
  EXPORT_FILES,
  EXPORT_FORMATS,
  type ExportFormat,
  ExportService,
} from '@/database/services/ExportService'
import { ownOutputs, saveOutputs } from '@/database/services/exports/saveOutputs'
import { scheduleEpisode } from '@/database/services/exports/scheduleEpisode'
import { MediaService } from '@/database/services/MediaService'
import { refreshProgress } from '@/database/services/projects/refreshProgress'
import { SubjectGone } from '@/errors/task'
import { relationId } from '@/lib/ids'
import { slugify } from '@/lib/slug'
import type { Episode } from '@/payload-types'
import { readInput, stepInput } from '../steps/input'

const STAGE: Record<ExportFormat, string> = {
  pdf: 'Setting the storyboard',
  csv: 'Writing the shot list',
  animatic: 'Rendering the animatic',
}
/** What each format is of the whole, in per cent: as it takes time, so that what is left can be told from it. */
const SHARE: Record<ExportFormat, [begins: number, ends: number]> = {
  pdf: [1, 14],
  csv: [14, 15],
  animatic: [15, 99],
}

/** More say nothing new: the whole folder is gone. */
const WARNINGS = 200

/** Writes one format and stores it. Null where it cannot be made here (no ffmpeg). */
async function makeOutput(
  ports: TaskPorts,
  episode: Episode,
  format: ExportFormat,
  folder: string,
): Promise<string | null> {
  const { payload, task, signal } = ports
  const { suffix, mimeType } = EXPORT_FILES[format]
  const [begins, ends] = SHARE[format]
  ports.progress(begins, STAGE[format])
  const made = await new ExportService({ payload }).make(
    String(episode.id),
    format,
    path.join(folder, suffix),
    {
      signal,
      onProgress: (fraction) => ports.progress(begins + fraction * (ends - begins), STAGE[format]),
    },
  )
  if (made === null) return null
  await ports.assertLease()
  const media = await new MediaService({ payload }).create({
    projectId: relationId(episode.project) as string,
    file: {
      data: await readFile(made.path),
      mimeType,
      filename: `${slugify(episode.title)}-${suffix}`,
    },
    alt: `${episode.title}: ${suffix}`,
    sourceTaskId: task.id,
    provenance: { provider: 'local', model: format },
    madeFrom: made.madeFrom,
  })
  return String(media.id)
}

/** Puts an episode together: line times, storyboard PDF, shot list CSV, animatic where ffmpeg is there. */
export const assemble: TaskHandler = {
  type: 'assemble',
  label: 'Assemble',
  async run(ports) {
    const { episodeId } = readInput(ports, stepInput)
    const { payload, task } = ports
    const episode = await new EpisodeService({ payload }).findById(episodeId)
    if (!episode) throw new SubjectGone('The episode', 'project')
    ports.progress(1, 'Timing the dialogue')
    await scheduleEpisode(payload, episodeId)

    // What an attempt that was cut off has stored is used, not made again.
    const earlier = await new MediaService({ payload }).findBySourceTask(task.id)
    const made = new Map(earlier.map((media) => [media.provenance?.model, String(media.id)]))
    const exports = new ExportService({ payload })
    const warnings = (await exports.warnings(episodeId)).slice(0, WARNINGS)
    for (const { message, ...warning } of warnings) payload.logger.warn({ msg: message, ...warning })
    const outputs: Partial<Record<ExportFormat, string>> = {}
    const own = await ownOutputs(payload, episode)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-assemble-'))
    try {
      for (const format of EXPORT_FORMATS) {
        if (own.has(format)) continue
        const mediaId = made.get(format) ?? (await makeOutput(ports, episode, format, folder))
        if (mediaId) outputs[format] = mediaId
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    await ports.assertLease()
    await saveOutputs(payload, episode, outputs)
    await refreshProgress(payload, relationId(episode.project) as string)
    return {
      result: {
        outputs,
        hasAnimatic: Boolean(outputs.animatic),
        withoutAnimatic: outputs.animatic ? null : await exports.whyNoAnimatic(episodeId),
        warnings,
      },
    }
  },
}
