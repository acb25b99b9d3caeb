import { ValidationError } from '@/errors'
import type { Shot } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { SceneService } from './SceneService'
import { callable } from './Service'

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
   * Puts a scene's shots into a new order. Numbers stay: they are how people speak of a shot.
   * @throws {NotFound} of the scene. @throws {Forbidden}
   * @throws {ValidationError} where the ids are not exactly the scene's shots.
   */
  async reorder(sceneId: string, shotIds: string[]): Promise<Shot[]> {
    const scene = this.required(await new SceneService(this.context).findById(sceneId), 'scene', sceneId)
    await this.assertInProject(scene.project, 'write', 'You may look at this project but not change it.')
    const shots = await this.findByScene(sceneId)
    const known = new Map(shots.map((shot) => [String(shot.id), shot]))
    const isComplete = shotIds.length === shots.length && new Set(shotIds).size === shotIds.length
    if (!isComplete || shotIds.some((id) => !known.has(id))) {
      throw new ValidationError([{ field: 'shotIds', message: 'must name every shot of the scene once' }])
    }
    for (const [index, id] of shotIds.entries()) {
      if (known.get(id)?.order !== index + 1) await this.update(id, { order: index + 1 })
    }
    return this.findByScene(sceneId)
  }
}

export const ShotService = callable(ShotServiceClass)
export type ShotService = ShotServiceClass
