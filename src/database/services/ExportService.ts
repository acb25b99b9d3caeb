import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '@/errors'
import { writeAnimatic } from '@/exports/animatic'
import { shotListCsv } from '@/exports/csv/shotListCsv'
import { writeStoryboardPdf } from '@/exports/pdf/storyboardPdf'
import { animaticTimeline } from './exports/animaticTimeline'
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from './exports/formats'
import { storyboardDocument } from './exports/storyboardDocument'
import { MediaService } from './MediaService'
import { callable, Service } from './Service'
import { type BoardSources, buildBoard } from './storyboard/buildBoard'
import { loadBoardSources } from './storyboard/loadBoardSources'

export { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat }

export interface ExportOptions {
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (fraction: number) => void
}

/** Writes to a name beside the file and renames: a reader never sees half a file, a failure leaves none. */
async function writeWhole(
  file: string,
  write: (stream: NodeJS.WritableStream) => Promise<void>,
): Promise<void> {
  const partial = `${file}.part`
  try {
    const stream = createWriteStream(partial)
    await write(stream)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

class ExportServiceClass extends Service {
  /**
   * Writes an episode's storyboard PDF, shot list CSV or animatic MP4 to a file.
   *
   * @returns the absolute path, or null where there is no ffmpeg for the animatic or nothing to show in it
   * @throws {NotFound} of the episode. An error of the disk passes as it is; no half file is left.
   */
  async export(
    episodeId: string,
    format: ExportFormat,
    file: string,
    options: ExportOptions = {},
  ): Promise<string | null> {
    const sources = await this.sources(episodeId)
    const target = path.resolve(file)
    await mkdir(path.dirname(target), { recursive: true })
    const board = buildBoard(sources)
    const pathOf = this.pathOf(sources)
    if (format === 'animatic') {
      const timeline = animaticTimeline(board, sources.project, pathOf)
      if (timeline.shots.length === 0) return null
      return (await writeAnimatic(timeline, target, options))?.path ?? null
    }
    const document = storyboardDocument(board, sources.episode, pathOf)
    if (format === 'pdf') {
      await writeWhole(target, (stream) => writeStoryboardPdf(document, stream as never, options.onProgress))
    } else {
      await writeWhole(target, (stream) => pipeline(Readable.from(shotListCsv(document)), stream))
    }
    return target
  }

  private async sources(episodeId: string): Promise<BoardSources> {
    const sources = await loadBoardSources(await this.payload(), this.access(), episodeId)
    if (!sources) throw new NotFound('episode', episodeId)
    return sources
  }

  private pathOf(sources: BoardSources): (mediaId: string | null) => string | null {
    const media = new MediaService(this.context)
    return (mediaId) => {
      const file = mediaId === null ? undefined : sources.media.get(mediaId)
      return file ? media.localPath(file) : null
    }
  }
}

export const ExportService = callable(ExportServiceClass)
export type ExportService = ExportServiceClass
