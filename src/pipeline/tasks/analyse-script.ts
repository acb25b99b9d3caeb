import type { TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { applyAnalysis } from '@/database/services/scenes/applyAnalysis'
import { castOf } from '@/database/services/scenes/cast'
import { sceneBrief } from '@/database/services/scenes/sceneBrief'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { readInput, stepInput } from '../steps/input'
import { aboutScene, fanOutByScene, scenesOf } from '../steps/scenes'

async function analyseScene(ports: TaskPorts, scene: Scene): Promise<TaskOutcome> {
  const cast = await castOf(ports.payload, relationId(scene.project) as string)
  // Everybody in the project may be named in the action, not only who speaks in the scene.
  const brief = {
    ...(await sceneBrief(ports.payload, scene, cast)),
    characters: cast.names,
    people: cast.people,
  }
  const { output } = await ports.call<'analyse-scene'>({ kind: 'analyse-scene', scene: brief })
  await ports.assertLease()
  await applyAnalysis({ payload: ports.payload, scene, analysis: output, cast })
  return { result: { mood: output.mood, props: output.props.length, confidence: output.confidence } }
}

/** Reads each scene: mood, props, who is there, what happens, how lines are said. */
export const analyseScript: TaskHandler = {
  type: 'analyse-script',
  label: 'Read the script',
  async run(ports) {
    if (!ports.task.isStep) return aboutScene(ports, (scene) => analyseScene(ports, scene))
    const { episodeId, mode, sceneIds } = readInput(ports, stepInput)
    const scenes = await scenesOf(ports, episodeId, sceneIds)
    const due = mode === 'all' ? scenes : scenes.filter((scene) => scene.analysedHash !== scene.contentHash)
    return fanOutByScene('analyse-script', due, mode, 'Read')
  },
}
