import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isAdmin } from '@/access'
import { env } from '@/config/env'
import type { MediaStorage, MediaSweep, ProducedFile } from '@/contracts'
import { Forbidden } from '@/errors'
import type { Media } from '@/payload-types'
import { DocumentService } from './DocumentService'
import type { MadeFrom } from './exports/madeFrom/parts'
import { mendUpload } from './media/failedUpload'
import { localStorage } from './media/localStorage'
import { type SweepOptions, sweepMedia } from './media/sweepMedia'
import { callable } from './Service'

export interface CreateMediaDTO {
  projectId: string
  file: ProducedFile
  alt?: string
  sourceTaskId?: string
  provenance?: { provider: string; model?: string; prompt?: string; seed?: number; inputs?: unknown }
  /** Of a document or a film: what went into it. */
  madeFrom?: MadeFrom
}

/** One line each in the log; the report has more. */
const LOGGED = 50

class MediaServiceClass extends DocumentService<Media, CreateMediaDTO, Pick<Media, 'alt'>> {
  protected readonly slug = 'media'
  protected readonly noun = 'media file'

  /**
   * Stores a file with its renditions and where it came from.
   * @throws {ValidationError} where the file is of no accepted type
   * @throws {DiskFull} where there is no room for it. Nothing is left behind, on the disk or in the database.
   */
  async create(args: CreateMediaDTO): Promise<Media> {
    const payload = await this.payload()
    const { file } = args
    const req = await this.request()
    const create = () =>
      payload.create({
        collection: 'media',
        data: {
          project: args.projectId,
          alt: args.alt,
          durationSeconds: file.durationSeconds,
          ...(args.sourceTaskId ? { sourceTask: args.sourceTaskId } : {}),
          ...(args.madeFrom ? { madeFrom: args.madeFrom as never } : {}),
          ...(args.provenance ? { provenance: args.provenance as never } : {}),
        },
        file: { data: file.data, mimetype: file.mimeType, name: file.filename, size: file.data.length },
        depth: 0,
        ...this.access(),
        req,
      })
    return this.change('media file', null, () =>
      create().catch(async (error) => {
        throw (await mendUpload(req, error)) ?? error
      }),
    )
  }

  /** A project's media, newest first. */
  async findByProject(
    projectId: string,
    filters: { mediaType?: NonNullable<Media['mediaType']>; limit?: number; page?: number } = {},
  ): Promise<Media[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'media',
      where: {
        and: [
          { project: { equals: projectId } },
          ...(filters.mediaType ? [{ mediaType: { equals: filters.mediaType } }] : []),
        ],
      },
      sort: '-createdAt',
      depth: 0,
      limit: filters.limit ?? 50,
      page: filters.page ?? 1,
      ...this.access(),
    })
    return docs
  }

  /** What a task has made already: how a repeated attempt finds its own work. */
  async findBySourceTask(taskId: string): Promise<Media[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'media',
      where: { sourceTask: { equals: taskId } },
      sort: 'createdAt',
      depth: 0,
      pagination: false,
      ...this.access(),
    })
    return docs
  }

  /** Where the files of all projects lie. */
  storage(): MediaStorage {
    return localStorage(env().MEDIA_DIR)
  }

  /**
   * Compares what is in the media storage with the records: names files without a record and records without a file,
   * and removes those of the former that are older than a day. Records are never removed.
   * @throws {Forbidden} for everybody but admins: it looks at every project
   */
  async sweep(options: SweepOptions = {}): Promise<MediaSweep> {
    if (this.user && !isAdmin(await this.request())) throw new Forbidden('Only an admin may sweep the media.')
    const payload = await this.payload()
    const report = await sweepMedia(payload, this.storage(), options)
    for (const file of report.missing.files.slice(0, LOGGED))
      payload.logger.warn({ msg: 'A media record has no file', ...file })
    if (report.refusal) payload.logger.warn({ msg: 'Nothing was swept', reason: report.refusal })
    const { files, records, removed, orphans, young, missing } = report
    payload.logger.info({
      msg: 'Swept the media',
      files: files.count,
      records,
      orphans: orphans.count,
      young: young.count,
      removed: removed.count,
      removedBytes: removed.bytes,
      missing: missing.count,
    })
    return report
  }

  /** Where a file lies on this machine's disk. */
  localPath(media: Pick<Media, 'filename'>): string {
    return path.join(env().MEDIA_DIR, path.basename(media.filename ?? ''))
  }

  /** The bytes of a file, or null where it is gone from the disk. */
  async read(media: Pick<Media, 'filename'>): Promise<Buffer | null> {
    try {
      return await readFile(this.localPath(media))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }
}

export const MediaService = callable(MediaServiceClass)
export type MediaService = MediaServiceClass
