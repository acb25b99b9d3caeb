import type { ScriptFormatId } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { type EpisodeStats, episodeStats } from './episodes/episodeStats'
import { nextEpisodeNumber } from './episodes/nextEpisodeNumber'
import { ProjectService } from './ProjectService'
import { callable } from './Service'

export interface CreateEpisodeDTO {
  project: string
  /** @default one more than the project's last */
  episodeNumber?: number
  title: string
  synopsis?: string
  script?: EpisodeScriptDTO
  /** @default 'draft' */
  status?: Episode['status']
}

export interface EpisodeScriptDTO {
  /** The screenplay in Fountain. Word count, pages, duration and version are computed from it. */
  text?: string | null
  sourceFormat?: ScriptFormatId
  sourceFilename?: string
}

export type UpdateEpisodeDTO = Partial<Omit<CreateEpisodeDTO, 'project'>>

export type EpisodeProduction = Partial<NonNullable<Episode['production']>>

export type { EpisodeStats }

class EpisodeServiceClass extends DocumentService<Episode, CreateEpisodeDTO, UpdateEpisodeDTO> {
  protected readonly slug = 'episodes'
  protected readonly noun = 'episode'

  /** @throws {ValidationError} naming every field that is wrong, a taken episode number among them. */
  async create(data: CreateEpisodeDTO): Promise<Episode> {
    const episodeNumber = data.episodeNumber ?? (await this.nextNumber(data.project))
    return super.create({ status: 'draft', ...data, episodeNumber })
  }

  async findByProjectAndNumber(projectId: string, episodeNumber: number): Promise<Episode | null> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'episodes',
      where: { and: [{ project: { equals: projectId } }, { episodeNumber: { equals: episodeNumber } }] },
      depth: 0,
      limit: 1,
      ...this.access(),
    })
    return docs[0] ?? null
  }

  /** A project's episodes in order. Without the scripts' texts, which may be long: {@link findById} has them. */
  async findByProject(projectId: string): Promise<Episode[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'episodes',
      where: { project: { equals: projectId } },
      depth: 0,
      pagination: false,
      sort: 'episodeNumber',
      select: { script: { text: false } } as never,
      ...this.access(),
    })
    return docs as unknown as Episode[]
  }

  /** Sets the script; what is counted from it follows. Scenes are made by ScriptService.import. @throws {NotFound} */
  async updateScript(id: string, script: EpisodeScriptDTO): Promise<Episode> {
    const episode = this.required(await this.findById(id), 'episode', id)
    return this.write(id, { script: { ...episode.script, ...script } })
  }

  /** Sets the given numbers of an episode's production and leaves the others. @throws {NotFound} */
  async updateProduction(id: string, production: EpisodeProduction): Promise<Episode> {
    const episode = this.required(await this.findById(id), 'episode', id)
    return this.write(id, { production: { ...episode.production, ...production } })
  }

  /** What an episode consists of and how far it is. @throws {NotFound} */
  async getStats(id: string): Promise<EpisodeStats> {
    const episode = this.required(await this.findById(id), 'episode', id)
    return episodeStats(await this.payload(), episode)
  }

  private async nextNumber(projectId: string): Promise<number> {
    const id = relationId(projectId) ?? ''
    this.required(await new ProjectService(this.context).findById(id), 'project', id)
    return nextEpisodeNumber(await this.payload(), id, this.context.req)
  }
}

export const EpisodeService = callable(EpisodeServiceClass)
export type EpisodeService = EpisodeServiceClass
