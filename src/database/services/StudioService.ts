import { projectIdsFor } from '@/access'
import type { RunStatus } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Project } from '@/payload-types'
import { MediaService } from './MediaService'
import { ProjectService } from './ProjectService'
import { asChoice } from './panels/choices'
import { currentPanel } from './panels/currentPanel'
import { RunService } from './RunService'
import { callable, Service } from './Service'

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
  /** The current panel's picture of the first shot that has one. */
  posterUrl: string | null
  /** Whether a script may be imported into it. */
  canWrite: boolean
}

export interface StudioOverview {
  projects: StudioProject[]
  totalProjects: number
  /** Runs going on, newest first. */
  runs: Array<{ run: RunStatus; episode: StudioEpisode | null; projectTitle: string }>
  canCreate: boolean
}

const RUNS_SHOWN = 6
/** More pictures of one shot are not looked through for the one to show. */
const POSTER_VERSIONS = 20

/** What the user sees of the whole studio. */
class StudioServiceClass extends Service {
  /** The studio at a glance: its projects with their pictures, and what is being made now. */
  async overview(limit = 24): Promise<StudioOverview> {
    const { docs, totalDocs } = await new ProjectService(this.context).page({ limit })
    const [writable, episodes, posters, runs, canCreate] = await Promise.all([
      projectIdsFor(await this.request(), 'write'),
      this.episodesOf(docs.map(({ id }) => String(id))),
      Promise.all(docs.map(({ id }) => this.posterOf(String(id)))),
      new RunService(this.context).findRunning(RUNS_SHOWN),
      this.mayCreate(),
    ])
    const titles = new Map(docs.map(({ id, title }) => [String(id), title]))
    return {
      projects: docs.map((project, index) => ({
        project,
        episodes: episodes.filter(({ projectId }) => projectId === String(project.id)),
        posterUrl: posters[index] ?? null,
        canWrite: writable === 'all' || writable.includes(String(project.id)),
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
      where: { and: [{ project: { equals: projectId } }, { 'shot.deletedAt': { exists: false } }] },
      sort: ['episode.episodeNumber', 'scene.order', 'shot.order', '-version'],
      limit: POSTER_VERSIONS,
      pagination: false,
      depth: 0,
      select: {
        image: true,
        shot: true,
        version: true,
        status: true,
        origin: true,
        chosenAt: true,
        createdAt: true,
      },
      ...this.access(),
    })
    const ofFirstShot = docs.filter((panel) => relationId(panel.shot) === relationId(docs[0]?.shot))
    const imageId = relationId(currentPanel(ofFirstShot.map(asChoice))?.image)
    if (!imageId) return null
    const media = await new MediaService(this.context).findById(imageId)
    return media?.sizes?.thumbnail?.url ?? media?.url ?? null
  }

  private async mayCreate(): Promise<boolean> {
    const payload = await this.payload()
    const access = payload.collections.projects.config.access.create
    return Boolean(await access({ req: await this.request() }))
  }
}

export const StudioService = callable(StudioServiceClass)
export type StudioService = StudioServiceClass
