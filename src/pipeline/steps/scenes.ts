import type { TaskOutcome, TaskPorts } from '@/contracts'
import { SceneService } from '@/database/services/SceneService'
import { ShotService } from '@/database/services/ShotService'
import { wordsElsewhere } from '@/database/services/scenes/wordsElsewhere'
import { LeaseLost, SubjectGone, TaskCancelled, UnknownAcceptance } from '@/errors/task'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { readInput, sceneInput, shotInput } from './input'

/**
 * The scenes a step is about, in order. One that the script does not have and whose words stand in another one is made
 * where somebody asks for it by itself: else everything of it would be made twice.
 */
export async function scenesOf(ports: TaskPorts, episodeId: string, sceneIds?: string[]): Promise<Scene[]> {
  const scenes = await new SceneService({ payload: ports.payload }).findByEpisode(episodeId)
  if (sceneIds) return scenes.filter((scene) => sceneIds.includes(String(scene.id)))
  const elsewhere = wordsElsewhere(scenes)
  return scenes.filter(({ id }) => !elsewhere.has(String(id)))
}

/**
 * Does the work of one document. Somebody may take it out at any time: by an import, a draft, by hand. What fails then
 * fails because of that.
 *
 * @param find null where it is gone, or in the trash
 * @param name what people call it: `Scene 5`
 * @throws {SubjectGone}
 */
async function about<Doc>(
  find: () => Promise<Doc | null>,
  name: string,
  work: (doc: Doc) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const doc = await find()
  if (!doc) throw new SubjectGone(name)
  try {
    return await work(doc)
  } catch (error) {
    // These say more: whose the task is now, and that money may have been spent.
    const isOwnEnd = [TaskCancelled, LeaseLost, UnknownAcceptance].some((each) => error instanceof each)
    if (isOwnEnd || (await find())) throw error
    throw new SubjectGone(name)
  }
}

type SceneWork = (scene: Scene, mode: 'missing' | 'all') => Promise<TaskOutcome>

/** Does the work of a task about one scene. @throws {SubjectGone} where that is gone, or goes meanwhile */
export function aboutScene(ports: TaskPorts, work: SceneWork): Promise<TaskOutcome> {
  const { sceneId, sceneNumber, mode } = readInput(ports, sceneInput)
  const scenes = new SceneService({ payload: ports.payload })
  const name = sceneNumber ? `Scene ${sceneNumber}` : 'The scene'
  return about(
    () => scenes.findById(sceneId),
    name,
    (scene) => work(scene, mode),
  )
}

/** The same of a shot, which goes with its scene. @throws {SubjectGone} */
export function aboutShot(
  ports: TaskPorts,
  work: (shot: Shot) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const { shotId, sceneNumber, shotNumber } = readInput(ports, shotInput)
  const { payload } = ports
  const find = async () => {
    const shot = await new ShotService({ payload }).findById(shotId)
    const sceneId = relationId(shot?.scene)
    const hasScene = sceneId !== null && (await new SceneService({ payload }).findById(sceneId)) !== null
    return hasScene ? shot : null
  }
  return about(find, sceneNumber ? `Scene ${sceneNumber}, shot ${shotNumber}` : 'The shot', work)
}

/** One child task of the same type for each scene. */
export function fanOutByScene(type: string, scenes: Scene[], mode: string, what: string): TaskOutcome {
  return {
    result: { scenes: scenes.length },
    children: scenes.map(({ id, sceneNumber }) => ({
      key: String(id),
      type,
      title: `${what} scene ${sceneNumber}`,
      input: { sceneId: String(id), sceneNumber, mode },
    })),
  }
}
