import type { TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { castOf } from '@/database/services/scenes/cast'
import { sceneBrief } from '@/database/services/scenes/sceneBrief'
import { moveShotsWithText } from '@/database/services/shots/moveWithText'
import { scenesToCover } from '@/database/services/shots/scenesToCover'
import { writeSuggestedShots } from '@/database/services/shots/writeSuggestedShots'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { readInput, stepInput } from '../steps/input'
import { aboutScene, fanOutByScene, scenesOf } from '../steps/scenes'

async function suggestForScene(
  ports: TaskPorts,
  scene: Scene,
  mode: 'missing' | 'all',
): Promise<TaskOutcome> {
  const cast = await castOf(ports.payload, relationId(scene.project) as string)
  const brief = await sceneBrief(ports.payload, scene, cast)
  const { output } = await ports.call<'suggest-shots'>({ kind: 'suggest-shots', scene: brief })
  await ports.assertLease()
  const written = await writeSuggestedShots({
    payload: ports.payload,
    scene,
    suggestions: output.shots,
    characterId: cast.idOf,
    sourceTaskId: ports.task.id,
    mode,
  })
  return { result: { ...written } }
}

/**
 * Covers each scene with shots: those that have none, and those whose page has changed since. Shots whose words moved
 * into another scene go there with them. What people made or changed
 * stays; a suggestion for it is kept as a version.
 */
export const suggestShots: TaskHandler = {
  type: 'suggest-shots',
  label: 'Suggest shots',
  async run(ports) {
    if (!ports.task.isStep) return aboutScene(ports, (scene, mode) => suggestForScene(ports, scene, mode))
    const { episodeId, mode, sceneIds } = readInput(ports, stepInput)
    // What moved into another scene is there before anything is made anew for that one, or taken out of this one.
    const moved = await moveShotsWithText(ports.payload, episodeId)
    const scenes = await scenesOf(ports, episodeId, sceneIds)
    const due = mode === 'all' ? scenes : await scenesToCover(ports.payload, episodeId, scenes)
    const { result, ...outcome } = fanOutByScene('suggest-shots', due, mode, 'Shots for')
    return { ...outcome, result: { ...result, ...(moved > 0 ? { moved } : {}) } }
  },
}
