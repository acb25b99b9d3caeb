import { NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import { type EpisodeStats, episodeStats } from './episodes/episodeStats'
import { nextEpisodeNumber } from './episodes/nextEpisodeNumber'
import { callable, Service } from './Service'

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
  sourceFormat?: 'fountain' | 'fdx' | 'text' | 'pdf'
  sourceFilename?: string
}

export type UpdateEpisodeDTO = Partial<Omit<CreateEpisodeDTO, 'project'>>

export type EpisodeProduction = Partial<NonNullable<Episode['production']>>

export type { EpisodeStats }

class EpisodeServiceClass extends Service {
  /** @throws {ValidationError} naming every field that is wrong, a taken episode number among them. */
  async create(data: CreateEpisodeDTO): Promise<Episode> {
    const payload = await this.payload()
    const episodeNumber = data.episodeNumber ?? (await this.nextNumber(data.project))
    return this.change('episode', null, () =>
      payload.create({
        collection: 'episodes',
        data: { status: 'draft', ...data, episodeNumber } as never,
        depth: 0,
        ...this.access(),
      }),
    )
  }

  /** Null where there is none, or none that the user may see. */
  async findById(id: string): Promise<Episode | null> {
    const payload = await this.payload()
    return payload.findByID({ collection: 'episodes', id, depth: 0, disableErrors: true, ...this.access() })
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

  /** @throws {NotFound} @throws {Forbidden} @throws {ValidationError} */
  async update(id: string, data: UpdateEpisodeDTO): Promise<Episode> {
    const payload = await this.payload()
    return this.change('episode', id, () =>
      payload.update({ collection: 'episodes', id, data: data as never, depth: 0, ...this.access() }),
    )
  }

  /** Deletes an episode for good, with its scenes, shots and panels. False where there was none. */
  async delete(id: string): Promise<boolean> {
    const payload = await this.payload()
    if (!(await this.findById(id))) return false
    return this.change('episode', id, async () => {
      await payload.delete({ collection: 'episodes', id, depth: 0, ...this.access() })
      return true
    })
  }

  /** Sets the script; what is counted from it follows. Scenes are made by ScriptService.import. @throws {NotFound} */
  async updateScript(id: string, script: EpisodeScriptDTO): Promise<Episode> {
    const episode = this.required(await this.findById(id), 'episode', id)
    const payload = await this.payload()
    return this.change('episode', id, () =>
      payload.update({
        collection: 'episodes',
        id,
        data: { script: { ...episode.script, ...script } } as never,
        depth: 0,
        ...this.access(),
      }),
    )
  }

  /** Sets the given numbers of an episode's production and leaves the others. @throws {NotFound} */
  async updateProduction(id: string, production: EpisodeProduction): Promise<Episode> {
    const episode = this.required(await this.findById(id), 'episode', id)
    const payload = await this.payload()
    return this.change('episode', id, () =>
      payload.update({
        collection: 'episodes',
        id,
        data: { production: { ...episode.production, ...production } },
        depth: 0,
        ...this.access(),
      }),
    )
  }

  /** What an episode consists of and how far it is. @throws {NotFound} */
  async getStats(id: string): Promise<EpisodeStats> {
    const episode = this.required(await this.findById(id), 'episode', id)
    return episodeStats(await this.payload(), episode)
  }

  private async nextNumber(projectId: string): Promise<number> {
    const payload = await this.payload()
    const project = await payload.findByID({
      collection: 'projects',
      id: relationId(projectId) ?? '',
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    if (!project) throw new NotFound('project', String(projectId))
    return nextEpisodeNumber(payload, String(project.id), this.context.req)
  }
}

export const EpisodeService = callable(EpisodeServiceClass)
export type EpisodeService = EpisodeServiceClass
