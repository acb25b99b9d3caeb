import { projectIdsFor } from '@/access'
import type { PanelStages, RunStatus } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Project } from '@/payload-types'
import { MediaService } from './MediaService'
import { ProjectService } from './ProjectService'
import { shotsWith } from './panels/panelStages'
import { RunService } from './RunService'
import { callable, Service } from './Service'
import { currentPanel } from './storyboard/buildBoard'

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
  /** How far its panels are. */
  panels: PanelStages
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
/** More pictures of one shot are not looked through for an approved one. */
const POSTER_VERSIONS = 20

const NO_PANELS: PanelStages = { shots: 0, drawn: 0, inReview: 0, approved: 0 }

/** What the user sees of the whole studio. */
class StudioServiceClass extends Service {
  /** The studio at a glance: its projects with their pictures, and what is being made now. */
  async overview(limit = 24): Promise<StudioOverview> {
    const { docs, totalDocs } = await new ProjectService(this.context).page({ limit })
    const [writable, episodes, posters, panels, runs, canCreate] = await Promise.all([
      projectIdsFor(await this.request(), 'write'),
      this.episodesOf(docs.map(({ id }) => String(id))),
      Promise.all(docs.map(({ id }) => this.posterOf(String(id)))),
      Promise.all(docs.map((project) => this.stagesOf(project))),
      new RunService(this.context).findRunning(RUNS_SHOWN),
      this.mayCreate(),
    ])
    const titles = new Map(docs.map(({ id, title }) => [String(id), title]))
    return {
      projects: docs.map((project, index) => ({
        project,
        episodes: episodes.filter(({ projectId }) => projectId === String(project.id)),
        posterUrl: posters[index] ?? null,
        panels: panels[index] ?? NO_PANELS,
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

  /** From the project's own count, so that many projects are one look at each; only who waits is looked up. */
  private async stagesOf({ id, progress }: Project): Promise<PanelStages> {
    const shots = progress?.shots ?? 0
    const drawn = progress?.panels ?? 0
    if (drawn === 0) return { ...NO_PANELS, shots }
    // It counts versions, of which a shot may have two that were approved.
    const approved = Math.min(progress?.panelsApproved ?? 0, drawn)
    const ofProject = { project: { equals: String(id) } }
    const waiting = await shotsWith(await this.payload(), this.access(), ofProject, ['review'])
    return { shots, drawn, inReview: Math.min(waiting.size, drawn - approved), approved }
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
      select: { image: true, shot: true, status: true },
      ...this.access(),
    })
    const ofFirstShot = docs.filter((panel) => relationId(panel.shot) === relationId(docs[0]?.shot))
    const imageId = relationId(currentPanel(ofFirstShot)?.image)
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
