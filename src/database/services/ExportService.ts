import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { compute } from '@/compute'
import type { Overlay, PrintOptions, RunWarning, ScriptExportFormat } from '@/contracts'
import { Conflict, NotFound } from '@/errors'
import { slugify } from '@/lib/slug'
import type { Episode } from '@/payload-types'
import type { ScriptProblem } from '@/screenplay'
import { EpisodeService } from './EpisodeService'
import { animaticTimeline } from './exports/animaticTimeline'
import { coverageWarnings } from './exports/coverageWarnings'
import { exportError } from './exports/ExportStalled'
import { assertFilmLength } from './exports/filmLength'
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from './exports/formats'
import { type MadeFrom, madeFrom } from './exports/madeFrom/parts'
import { missingMedia } from './exports/missingMedia'
import { leftOut, printedBoard } from './exports/printedBoard'
import { readAndRemove } from './exports/readAndRemove'
import { scriptOfVersion } from './exports/scriptOfVersion'
import { soundWarnings } from './exports/soundWarnings'
import { storyboardDocument } from './exports/storyboardDocument'
import { type ScriptFile, scriptLosses, writeScript } from './exports/writeScript'
import { MediaService } from './MediaService'
import { overlaysOf } from './projects/overlaysOf'
import { callable, Service } from './Service'
import { type BoardSources, buildBoard, identityIn } from './storyboard/buildBoard'
import { loadBoardSources } from './storyboard/loadBoardSources'

export { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat, type ScriptFile }

export interface ExportOptions {
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (fraction: number) => void
  /** How long it may come no further, from one page or picture to the next. @default as `compute` has it */
  stalledAfterMs?: number
  /**
   * Drawn over or beside the pictures, and nothing else.
   * @default what the project says of the PDF or the film
   */
  overlays?: readonly Overlay[]
}

/** An export on its way to who asked for it. */
export interface ExportDownload {
  body: ReadableStream<Uint8Array>
  bytes: number
  filename: string
  mimeType: string
}

class ExportServiceClass extends Service {
  /**
   * Writes an episode's storyboard PDF, shot list CSV or animatic MP4 to a file.
   *
   * @returns the absolute path, or null where there is no ffmpeg for the animatic or nothing to show in it
   * @throws {NotFound} of the episode. @throws {ExportStalled} where it comes no further. An error of the disk passes as it is; no half file is left.
   */
  async export(
    episodeId: string,
    format: ExportFormat,
    file: string,
    options: ExportOptions = {},
  ): Promise<string | null> {
    return (await this.make(episodeId, format, file, options))?.path ?? null
  }

  /** The same, with what it was made from: as it was read, whatever changes while it is written. Throws the same. */
  async make(
    episodeId: string,
    format: ExportFormat,
    file: string,
    { overlays, ...options }: ExportOptions = {},
  ): Promise<{ path: string; madeFrom: MadeFrom } | null> {
    const sources = await this.sources(episodeId)
    const target = path.resolve(file)
    await mkdir(path.dirname(target), { recursive: true })
    const board = printedBoard(buildBoard(sources))
    const pathOf = this.pathOf(sources)
    const { episode, project, media } = sources
    const failed = (error: unknown): never => {
      throw exportError(format, error)
    }
    const from = madeFrom({ board, episode, project, identityOf: identityIn(media) }, format)
    if (format === 'animatic') {
      const timeline = animaticTimeline(board, project, pathOf, overlaysOf(project, 'film', overlays))
      if (timeline.shots.length === 0) return null
      assertFilmLength(timeline.shots)
      const film = await compute('write-animatic', { timeline, file: target }, options).catch(failed)
      return film && { path: film.path, madeFrom: from }
    }
    const document = storyboardDocument(board, episode, pathOf, overlaysOf(project, 'pdf', overlays))
    const kind = format === 'pdf' ? 'write-storyboard-pdf' : 'write-shot-list'
    await compute(kind, { document, file: target }, options).catch(failed)
    return { path: target, madeFrom: from }
  }

  /** Why {@link export} made no animatic of an episode: nothing to show in it, or no ffmpeg. @throws {NotFound} */
  async whyNoAnimatic(episodeId: string): Promise<'ffmpeg' | 'shots'> {
    const { totals } = buildBoard(await this.sources(episodeId))
    return totals.shots === 0 ? 'shots' : 'ffmpeg'
  }

  /**
   * {@link export} to a file that is gone when it has been read. What the pipeline assembled is left alone.
   *
   * @throws {Conflict} where there is no ffmpeg for the animatic or nothing to show in it
   */
  async download(
    episodeId: string,
    format: ExportFormat,
    options: ExportOptions = {},
  ): Promise<ExportDownload> {
    const { title } = await this.episode(episodeId)
    const { suffix, mimeType } = EXPORT_FILES[format]
    const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-export-'))
    try {
      const file = await this.export(episodeId, format, path.join(folder, suffix), options)
      if (file === null) throw new Conflict('An animatic needs ffmpeg and at least one shot.', { episodeId })
      return { ...(await readAndRemove(file, folder)), filename: `${slugify(title)}-${suffix}`, mimeType }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }

  /**
   * An episode's script as a file.
   *
   * @param options `revisedSince`: lines that this earlier version does not have get a revision mark
   * @throws {NotFound} of the episode. @throws {ValidationError} where there is no such version.
   * @throws {Conflict} where the episode has no script.
   */
  async script(
    episodeId: string,
    format: ScriptExportFormat,
    { revisedSince, ...print }: PrintOptions & { revisedSince?: number } = {},
  ): Promise<ScriptFile> {
    const payload = await this.payload()
    const episode = await this.episode(episodeId)
    const before =
      revisedSince === undefined
        ? null
        : await scriptOfVersion(payload, this.access(), { episodeId, version: revisedSince })
    return writeScript(episode, format, print, before)
  }

  /** What {@link script} would leave out in a format, with its lines. Throws the same. */
  async scriptLosses(episodeId: string, format: ScriptExportFormat): Promise<ScriptProblem[]> {
    return scriptLosses(await this.episode(episodeId), format)
  }

  private async episode(id: string): Promise<Episode> {
    return this.required(await new EpisodeService(this.context).findById(id), 'episode', id)
  }

  /**
   * What is not in an export made now: pictures and recordings whose files are gone, scenes whose words stand in another
   * one, lines that are in no shot; and what
   * is in it and not in the script any more, or runs over the end of its shot.
   * @throws {NotFound} of the episode
   */
  async warnings(episodeId: string): Promise<RunWarning[]> {
    const sources = await this.sources(episodeId)
    const whole = buildBoard(sources)
    const board = printedBoard(whole)
    const files = await missingMedia(board, sources.media, new MediaService(this.context).storage())
    return [...files, ...leftOut(whole), ...coverageWarnings(board), ...soundWarnings(board)]
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
