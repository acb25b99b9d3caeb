import type { TaskOutcome, TaskPorts } from '@/contracts'
import { SceneService } from '@/database/services/SceneService'
import { PermanentTaskError } from '@/errors/task'
import type { Scene } from '@/payload-types'

/** The scenes a step is about, in order. */
export async function scenesOf(ports: TaskPorts, episodeId: string, sceneIds?: string[]): Promise<Scene[]> {
  const scenes = await new SceneService({ payload: ports.payload }).findByEpisode(episodeId)
  return sceneIds ? scenes.filter((scene) => sceneIds.includes(String(scene.id))) : scenes
}

/** @throws {PermanentTaskError} where the scene is gone: no retry brings it back. */
export async function sceneOf(ports: TaskPorts, sceneId: string): Promise<Scene> {
  const scene = await new SceneService({ payload: ports.payload }).findById(sceneId)
  if (!scene) throw new PermanentTaskError(`The scene ${sceneId} was deleted.`, 'gone')
  return scene
}

/** One child task of the same type for each scene. */
export function fanOutByScene(type: string, scenes: Scene[], mode: string, what: string): TaskOutcome {
  return {
    result: { scenes: scenes.length },
    children: scenes.map((scene) => ({
      key: String(scene.id),
      type,
      title: `${what} scene ${scene.sceneNumber}`,
      input: { sceneId: String(scene.id), mode },
    })),
  }
}
