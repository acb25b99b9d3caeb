import type { RunStatus } from '@/contracts'
import { RunService } from '@/database/services/RunService'
import { Service } from '@/database/services/Service'
import { relationId } from '@/lib/ids'
import type { Project } from '@/payload-types'
import { readOr } from '../lib/readOr'

export interface StudioEpisode {
  id: string
  projectId: string
  episodeNumber: number
  title: string
}

export interface StudioProject {
  project: Project
  /** In order; without their scripts. */
  episodes: StudioEpisode[]
  /** The newest panel's picture. */
  posterUrl: string | null
}

export interface StudioOverview {
  projects: StudioProject[]
  totalProjects: number
  /** Runs going on, newest first. */
  runs: Array<{ run: RunStatus; episode: StudioEpisode | null; projectTitle: string }>
  canCreate: boolean
}

/** What the user sees of the whole studio. */
export class StudioService extends Service {
  /** The studio at a glance: its projects with their pictures, and what is being made now. */
  async overview(limit = 24): Promise<StudioOverview> {
    const { docs, totalDocs } = await this.projects(limit)
    const [episodes, posters, runs, canCreate] = await Promise.all([
      this.episodesOf(docs.map(({ id }) => String(id))),
      Promise.all(docs.map(({ id }) => this.posterOf(String(id)))),
      this.runningRuns(),
      this.mayCreate(),
    ])
    const titles = new Map(docs.map(({ id, title }) => [String(id), title]))
    return {
      projects: docs.map((project, index) => ({
        project,
        episodes: episodes.filter(({ projectId }) => projectId === String(project.id)),
        posterUrl: posters[index] ?? null,
      })),
      totalProjects: totalDocs,
      runs: runs.map((run) => ({
        run,
        episode: episodes.find(({ id }) => id === run.episodeId) ?? null,
        projectTitle: titles.get(run.projectId ?? '') ?? '',
      })),
      canCreate,
    }
  }

  private async projects(limit: number): Promise<{ docs: Project[]; totalDocs: number }> {
    const payload = await this.payload()
    return readOr<{ docs: Project[]; totalDocs: number }>({ docs: [], totalDocs: 0 }, () =>
      payload.find({
        collection: 'projects',
        sort: '-updatedAt',
        limit,
        depth: 0,
        joins: false,
        ...this.access(),
      }),
    )
  }

  private async episodesOf(projectIds: string[]): Promise<StudioEpisode[]> {
    if (projectIds.length === 0) return []
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'episodes',
      where: { project: { in: projectIds } },
      sort: 'episodeNumber',
      depth: 0,
      pagination: false,
      joins: false,
      select: { title: true, episodeNumber: true, project: true },
      ...this.access(),
    })
    return docs.map((episode) => ({
      id: String(episode.id),
      projectId: relationId(episode.project) ?? '',
      episodeNumber: episode.episodeNumber,
      title: episode.title,
    }))
  }

  private async posterOf(projectId: string): Promise<string | null> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'panels',
      where: { project: { equals: projectId } },
      sort: '-createdAt',
      limit: 1,
      pagination: false,
      depth: 0,
      select: { image: true },
      ...this.access(),
    })
    const imageId = relationId(docs[0]?.image)
    if (!imageId) return null
    const media = await payload.findByID({
      collection: 'media',
      id: imageId,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    return media?.sizes?.thumbnail?.url ?? media?.url ?? null
  }

  private async runningRuns(): Promise<RunStatus[]> {
    const payload = await this.payload()
    const find = () =>
      payload.find({
        collection: 'tasks',
        where: {
          and: [
            { isStep: { equals: true } },
            { runId: { exists: true } },
            { state: { in: ['ready', 'running', 'waiting', 'scheduled', 'awaiting-children'] } },
          ],
        },
        sort: '-createdAt',
        limit: 50,
        pagination: false,
        depth: 0,
        select: { runId: true },
        ...this.access(),
      })
    const { docs } = await readOr<{ docs: Array<{ runId?: string | null }> }>({ docs: [] }, find)
    const ids = [...new Set(docs.map(({ runId }) => runId).filter((id): id is string => Boolean(id)))]
    const service = new RunService(this.context)
    const runs = await Promise.all(ids.slice(0, 6).map((id) => service.status(id)))
    return runs.filter((run): run is RunStatus => run?.state === 'running')
  }

  private async mayCreate(): Promise<boolean> {
    const payload = await this.payload()
    const access = payload.collections.projects.config.access.create
    return Boolean(await access({ req: await this.request() }))
  }
}
