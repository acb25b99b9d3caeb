import { projectIdsFor } from '@/access'
import type { PanelStages, RunStatus } from '@/contracts'
import { relationId } from '@/lib/ids'
import { ownOrder } from '@/lib/ownOrder'
import type { Project } from '@/payload-types'
import { hasScript } from './episodes/hasScript'
import { MediaService } from './MediaService'
import { ProjectService } from './ProjectService'
import { asChoice } from './panels/choices'
import { currentPanel } from './panels/currentPanel'
import { panelStages } from './panels/panelStages'
import { type CurrentProject, currentProject } from './projects/currentProject'
import { type ChoosableProject, type ProjectChoice, projectLabels } from './projects/projectChoices'
import { RunService } from './RunService'
import { callable, Service, type ServiceContext } from './Service'

export interface StudioEpisode {
  id: string
  projectId: string
  episodeNumber: number
  title: string
  hasScript: boolean
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

export type { CurrentProject, ProjectChoice }

/** What a switcher of projects offers. */
export interface ProjectSwitch {
  /** By title. */
  choices: Array<Pick<ProjectChoice, 'id' | 'label'>>
  /** Null: all projects. */
  currentId: string | null
}

const RUNS_SHOWN = 6
/** More have no place in a list of names; those changed last are in it. */
const CHOICES_SHOWN = 500
/** More pictures of one shot are not looked through for the one to show. */
const POSTER_VERSIONS = 20

const NO_PANELS: PanelStages = { shots: 0, drawn: 0, inReview: 0, approved: 0 }

/** What the user sees of the whole studio. */
class StudioServiceClass extends Service {
  /** The studio at a glance: its projects with their pictures, and what is being made now. */
  async overview(limit = 24): Promise<StudioOverview> {
    // What its user may see is looked up once for all of it: by a request of its own each of its questions did that
    // again, through all of their projects and all that is in the trash.
    if (!this.context.req) return new StudioServiceClass(await this.atOnce()).overview(limit)
    const { docs, totalDocs } = await new ProjectService(this.context).page({ limit })
    const [writable, episodes, posters, panels, runs, canCreate] = await Promise.all([
      projectIdsFor(await this.request(), 'write'),
      this.episodesOf(docs.map(({ id }) => String(id))),
      Promise.all(docs.map((project) => this.posterOf(project))),
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

  /** The project that the user has narrowed their lists to; null for all. */
  async currentProject(): Promise<CurrentProject | null> {
    return this.user ? currentProject(await this.payload(), this.user) : null
  }

  /** The projects to choose from in a list of names, by title. */
  async projectChoices(): Promise<ProjectChoice[]> {
    if (!this.context.req) return new StudioServiceClass(await this.atOnce()).projectChoices()
    const payload = await this.payload()
    const [writable, { docs }] = await Promise.all([
      projectIdsFor(await this.request(), 'write'),
      payload.find({
        collection: 'projects',
        sort: '-updatedAt',
        limit: CHOICES_SHOWN,
        pagination: false,
        depth: 0,
        joins: false,
        select: { title: true, type: true, logline: true, episodesMade: true, createdAt: true },
        ...this.access(),
      }),
    ])
    const labels = projectLabels(docs as ChoosableProject[])
    return docs
      .map(({ id, title }) => ({
        id: String(id),
        title,
        label: labels.get(String(id)) ?? title,
        canWrite: writable === 'all' || writable.includes(String(id)),
      }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
  }

  /** For a switcher of projects; null for whoever has one project alone, and nothing to switch. */
  async projectSwitch(): Promise<ProjectSwitch | null> {
    const [all, current] = await Promise.all([this.projectChoices(), this.currentProject()])
    if (all.length < 2 && !current) return null
    const choices = all.map(({ id, label }) => ({ id, label }))
    // One of many, and not changed for long.
    if (current && !all.some(({ id }) => id === current.id)) {
      choices.unshift({ id: current.id, label: current.title })
    }
    return { choices, currentId: current?.id ?? null }
  }

  private async atOnce(): Promise<ServiceContext> {
    return { ...this.context, req: await this.request() }
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
      select: { title: true, episodeNumber: true, project: true, script: { wordCount: true } },
      ...this.access(),
    })
    return docs.map((episode) => ({
      id: String(episode.id),
      projectId: relationId(episode.project) ?? '',
      episodeNumber: episode.episodeNumber,
      title: episode.title,
      hasScript: hasScript(episode),
    }))
  }

  /** Only projects with something drawn are looked into. */
  private async stagesOf({ id, progress }: Project): Promise<PanelStages> {
    if (!progress?.panels) return { ...NO_PANELS, shots: progress?.shots ?? 0 }
    return panelStages(await this.payload(), this.access(), { project: String(id) })
  }

  private async posterOf({ id: projectId, progress }: Project): Promise<string | null> {
    if (!progress?.panels) return null
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'panels',
      where: { and: [{ project: { equals: projectId } }, { 'shot.deletedAt': { equals: null } }] },
      sort: ownOrder(['episode.episodeNumber', 'scene.order', 'shot.order', '-version']),
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
