import type { Scene } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { callable } from './Service'

export type CreateSceneDTO = Pick<Scene, 'episode' | 'sceneNumber' | 'heading'> &
  Partial<Omit<Scene, 'id' | 'createdAt' | 'updatedAt' | 'project' | 'shots' | 'panels'>>

class SceneServiceClass extends DocumentService<Scene, CreateSceneDTO> {
  protected readonly slug = 'scenes'
  protected readonly noun = 'scene'

  /** An episode's scenes in the order of the script. */
  findByEpisode(episodeId: string): Promise<Scene[]> {
    return this.list({ episode: { equals: episodeId } }, 'order')
  }

  /** @param sceneNumber text such as `12A` */
  async findByNumber(episodeId: string, sceneNumber: string): Promise<Scene | null> {
    const [scene] = await this.list(
      { and: [{ episode: { equals: episodeId } }, { sceneNumber: { equals: sceneNumber } }] },
      'order',
    )
    return scene ?? null
  }

  async setStatus(id: string, status: Scene['status']): Promise<Scene> {
    return this.update(id, { status })
  }
}

export const SceneService = callable(SceneServiceClass)
export type SceneService = SceneServiceClass
