import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { compute } from '@/compute'
import { NotFound } from '@/errors'
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
      return (await compute('write-animatic', { timeline, file: target }, options))?.path ?? null
    }
    const document = storyboardDocument(board, sources.episode, pathOf)
    const kind = format === 'pdf' ? 'write-storyboard-pdf' : 'write-shot-list'
    await compute(kind, { document, file: target }, options)
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
