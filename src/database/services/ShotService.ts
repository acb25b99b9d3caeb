import { projectIdsFor } from '@/access'
import { Forbidden, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { inSceneTurn } from './locks/sceneTurn'
import { SceneService } from './SceneService'
import { callable } from './Service'
import { putIntoScene } from './scenes/putIntoScene'
import { strangersIn } from './scenes/sceneCoverage'
import { confirmPanels, withoutWordsGone } from './shots/confirmShot'
import { shotsMoved } from './shots/shotsMoved'

export type CreateShotDTO = Pick<Shot, 'scene' | 'shotNumber'> &
  Partial<Omit<Shot, 'id' | 'createdAt' | 'updatedAt' | 'project' | 'episode' | 'panels'>>

class ShotServiceClass extends DocumentService<Shot, CreateShotDTO> {
  protected readonly slug = 'shots'
  protected readonly noun = 'shot'

  /** A scene's shots in order. */
  findByScene(sceneId: string): Promise<Shot[]> {
    return this.list({ scene: { equals: sceneId } }, 'order')
  }

  findByEpisode(episodeId: string): Promise<Shot[]> {
    return this.list({ episode: { equals: episodeId } }, 'order')
  }

  /**
   * For doors, before they look at the whole of a body.
   *
   * @param sceneId null where the body names none: who may change no project at all is refused all the same
   * @throws {NotFound} of the scene. @throws {Forbidden}
   */
  async assertMayReorder(sceneId: string | null): Promise<void> {
    if (sceneId !== null) {
      await new SceneService(this.context).assertMayChange(sceneId)
      return
    }
    if (!this.user) return
    const changeable = await projectIdsFor(await this.request(), 'write')
    if (changeable.length === 0) throw new Forbidden('There is no project that you may change.')
  }

  /** For doors, before they look at what is sent. @throws {NotFound} @throws {Forbidden} */
  async assertMayConfirm(id: string): Promise<void> {
    await this.shotToChange(id)
  }

  private async shotToChange(id: string): Promise<Shot> {
    const shot = this.required(await this.findById(id), 'shot', id)
    await this.assertInProject(shot.project, 'write', 'You may look at this project but not change it.')
    return shot
  }

  /**
   * A person says that a shot is right as it is: words that its page has lost are not asked of it any more, and its
   * pictures are not out of date. Whom it shows is in the scene. Nothing of what it shows changes. It is theirs from then on, where something of it was
   * off its page.
   *
   * @throws {NotFound} @throws {Forbidden}
   */
  async confirm(id: string): Promise<Shot> {
    const shot = await this.shotToChange(id)
    const sceneId = relationId(shot.scene) as string
    const scene = this.required(await new SceneService(this.context).findById(sceneId), 'scene', sceneId)
    const kept = withoutWordsGone(shot, scene)
    if (kept) {
      const payload = await this.payload()
      await this.change('shot', id, () =>
        payload.update({
          collection: 'shots',
          id,
          data: kept,
          depth: 0,
          context: { isConfirming: true },
          ...this.access(),
        }),
      )
    }
    const req = await this.request()
    await putIntoScene(req, sceneId, strangersIn(shot, scene))
    await confirmPanels(req, id)
    return this.required(await this.findById(id), 'shot', id)
  }

  /**
   * Puts a scene's shots into a new order. Numbers stay: they are how people speak of a shot. Those that are moved are
   * from then on made by a person; those that make room for them stay whose they are.
   * @param movedId which one was moved, where the order alone would not tell; see {@link shotsMoved}
   * @throws {NotFound} of the scene. @throws {Forbidden}
   * @throws {ValidationError} where the ids are not exactly the scene's shots.
   * @throws {Conflict} where others put them in order for a minute
   */
  async reorder(sceneId: string, shotIds: string[], movedId?: string): Promise<Shot[]> {
    await new SceneService(this.context).assertMayChange(sceneId)
    return inSceneTurn(await this.payload(), [sceneId], () => this.reorderInTurn(sceneId, shotIds, movedId))
  }

  private async reorderInTurn(sceneId: string, shotIds: string[], movedId?: string): Promise<Shot[]> {
    const shots = await this.findByScene(sceneId)
    const known = new Map(shots.map((shot) => [String(shot.id), shot]))
    const isComplete = shotIds.length === shots.length && new Set(shotIds).size === shotIds.length
    if (!isComplete || shotIds.some((id) => !known.has(id))) {
      throw new ValidationError([{ field: 'shotIds', message: 'must name every shot of the scene once' }])
    }
    if (movedId !== undefined && !known.has(movedId)) {
      throw new ValidationError([{ field: 'movedId', message: 'must be one of the shots' }])
    }
    const moved = shotsMoved([...known.keys()], shotIds, movedId)
    for (const [index, id] of shotIds.entries()) {
      const order = index + 1
      if (moved.has(id)) await this.update(id, { order })
      else if (known.get(id)?.order !== order) await this.write(id, { order }, { isMakingRoom: true })
    }
    return this.findByScene(sceneId)
  }
}

export const ShotService = callable(ShotServiceClass)
export type ShotService = ShotServiceClass
