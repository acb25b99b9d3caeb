import type { BoardPanel, EpisodeBoard, PanelStages, RunStatus } from '@/contracts'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Panel, Shot } from '@/payload-types'
import { EpisodeService } from './EpisodeService'
import { MediaService } from './MediaService'
import { panelsOfShot } from './panels/generatedPanels'
import { panelStages } from './panels/panelStages'
import { RunService } from './RunService'
import { callable, Service } from './Service'
import { ShotService } from './ShotService'
import { boardMark } from './storyboard/boardMark'
import { boardWithMoves } from './storyboard/boardWithMoves'
import { boardPanel } from './storyboard/buildBoard'
import { loadBoardSources } from './storyboard/loadBoardSources'

class StoryboardServiceClass extends Service {
  /** An episode's board. Null where there is no such episode, or none that the user may see. */
  async board(episodeId: string): Promise<EpisodeBoard | null> {
    const sources = await loadBoardSources(await this.payload(), this.access(), episodeId)
    return sources === null ? null : boardWithMoves(await this.payload(), sources)
  }

  /**
   * How long an episode is on its board, in seconds: 0 where it has no shots. What comes out of the trash with its words
   * is counted there alone, so the board is read where there may be any.
   * @throws {NotFound}
   */
  async seconds(episodeId: string): Promise<number> {
    const payload = await this.payload()
    const { shotDuration } = await new EpisodeService(this.context).getStats(episodeId)
    const { totalDocs } = await payload.db.count({
      collection: 'shots',
      where: { and: [{ episode: { equals: episodeId } }, { 'scene.deletedAt': { exists: true } }] },
    })
    if (totalDocs === 0) return shotDuration
    return (await this.board(episodeId))?.totals.duration ?? shotDuration
  }

  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayChangePanel(panelId: string): Promise<void> {
    const { project } = await this.panel(panelId)
    await this.assertInProject(project, 'write', 'You may look at this project but not change it.')
  }

  private async panel(panelId: string): Promise<Panel> {
    const payload = await this.payload()
    const panel = await payload.findByID({
      collection: 'panels',
      id: panelId,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    return this.required(panel, 'panel', panelId)
  }

  /** How many shots of a project or an episode are drawn, in review and approved; of what the user may see. */
  async panelStages(scope: { project: string } | { episode: string }): Promise<PanelStages> {
    return panelStages(await this.payload(), this.access(), scope)
  }

  /** Tells whether a board may have changed since it was read: see {@link boardMark}. */
  async mark(episodeId: string): Promise<string | null> {
    return boardMark(await this.payload(), this.access(), episodeId)
  }

  /**
   * Moves a panel through draft → review → approved → locked, or back. What is locked must be unlocked first.
   * @throws {NotFound} @throws {Forbidden} @throws {Conflict} @throws {ValidationError}
   */
  async setPanelStatus(panelId: string, status: Panel['status']): Promise<BoardPanel> {
    const payload = await this.payload()
    const panel = await this.change('panel', panelId, () =>
      payload.update({ collection: 'panels', id: panelId, data: { status }, depth: 0, ...this.access() }),
    )
    return this.presented(panel)
  }

  /**
   * Makes a version the one that is shown and exported for its shot, until a person chooses another.
   * @throws {NotFound} @throws {Forbidden}
   * @throws {Conflict} where another version is locked
   */
  async choosePanel(panelId: string): Promise<BoardPanel> {
    const payload = await this.payload()
    const found = await payload.findByID({
      collection: 'panels',
      id: panelId,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    const panel = this.required(found, 'panel', panelId)
    await this.assertInProject(panel.project, 'write', 'You may look at this project but not change it.')
    // What is locked is shown already, and nothing of it can change.
    if (panel.status === 'locked') return this.presented(panel)
    const versions = await panelsOfShot(payload, relationId(panel.shot) as string)
    const locked = versions.find(({ status }) => status === 'locked')
    if (locked) {
      throw new Conflict(
        `Version ${locked.version} of this panel is locked. Unlock it before choosing another.`,
        { panelId: String(locked.id) },
      )
    }
    const data = { chosenAt: new Date().toISOString() }
    const chosen = await this.change('panel', panelId, () =>
      payload.update({ collection: 'panels', id: panelId, data, depth: 0, ...this.access() }),
    )
    return this.presented(chosen)
  }

  private async presented(panel: Panel): Promise<BoardPanel> {
    const media = await new MediaService(this.context).findById(relationId(panel.image) as string)
    return boardPanel(panel, new Map(media ? [[String(media.id), media]] : []))
  }

  /**
   * Draws another version of a panel's shot; the versions there are stay. Throws as {@link RunService.start}.
   * @throws {NotFound} where there is no such panel, or none that the user may see.
   * @throws {Conflict} where a panel of the shot is locked: a run leaves such a shot alone.
   */
  async redrawPanel(panelId: string): Promise<RunStatus> {
    const { episode, shot, project } = await this.panel(panelId)
    await this.assertInProject(project, 'write', 'You may look at this project but not start work in it.')
    const versions = await panelsOfShot(await this.payload(), relationId(shot) as string)
    const locked = versions.find(({ status }) => status === 'locked')
    if (locked) {
      throw new Conflict(
        `Version ${locked.version} of this panel is locked. Unlock it before drawing another.`,
        { panelId: String(locked.id) },
      )
    }
    return new RunService(this.context).start({
      episodeId: relationId(episode) as string,
      shotIds: [relationId(shot) as string],
      steps: ['draw-panel'],
      mode: 'all',
    })
  }

  /** See {@link ShotService.reorder}. */
  reorderShots(sceneId: string, shotIds: string[], movedId?: string): Promise<Shot[]> {
    return new ShotService(this.context).reorder(sceneId, shotIds, movedId)
  }
}

export const StoryboardService = callable(StoryboardServiceClass)
export type StoryboardService = StoryboardServiceClass
