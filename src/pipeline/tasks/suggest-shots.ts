import type { TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { ShotService } from '@/database/services/ShotService'
import { castOf } from '@/database/services/scenes/cast'
import { sceneBrief } from '@/database/services/scenes/sceneBrief'
import { writeSuggestedShots } from '@/database/services/shots/writeSuggestedShots'
import { relationId } from '@/lib/ids'
import { readInput, sceneInput, stepInput } from '../steps/input'
import { fanOutByScene, sceneOf, scenesOf } from '../steps/scenes'

async function suggestForScene(ports: TaskPorts): Promise<TaskOutcome> {
  const { sceneId } = readInput(ports, sceneInput)
  const scene = await sceneOf(ports, sceneId)
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
  })
  return { result: { ...written } }
}

/** Covers each scene with shots. What people made or changed stays; a suggestion for it is kept as a version. */
export const suggestShots: TaskHandler = {
  type: 'suggest-shots',
  label: 'Suggest shots',
  async run(ports) {
    if (!ports.task.isStep) return suggestForScene(ports)
    const { episodeId, mode, sceneIds } = readInput(ports, stepInput)
    const scenes = await scenesOf(ports, episodeId, sceneIds)
    if (mode === 'all') return fanOutByScene('suggest-shots', scenes, mode, 'Shots for')
    const shots = await new ShotService({ payload: ports.payload }).findByEpisode(episodeId)
    const covered = new Set(shots.map((shot) => relationId(shot.scene)))
    const due = scenes.filter((scene) => !covered.has(String(scene.id)))
    return fanOutByScene('suggest-shots', due, mode, 'Shots for')
  },
}
