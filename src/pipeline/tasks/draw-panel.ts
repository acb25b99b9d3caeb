import type { TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { MediaService } from '@/database/services/MediaService'
import { addGeneratedPanel, findPanelOfTask, panelsOfShot } from '@/database/services/panels/generatedPanels'
import { isBoardComplete, panelBrief } from '@/database/services/panels/panelBrief'
import { shotsToDraw } from '@/database/services/panels/shotsToDraw'
import { finishScene } from '@/database/services/scenes/finishScene'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'
import { readInput, stepInput } from '../steps/input'
import { aboutShot } from '../steps/scenes'

async function drawShot(ports: TaskPorts, shot: Shot): Promise<TaskOutcome> {
  const { payload, task } = ports
  const done = await findPanelOfTask(payload, task.id)
  if (done) return { result: { panelId: String(done.id), isRepeated: true } }
  const earlier = await panelsOfShot(payload, String(shot.id))
  if (earlier.some((panel) => panel.status === 'locked'))
    return { result: { isSkipped: true, reason: 'locked' } }

  const brief = await panelBrief(payload, shot, earlier.length)
  const media = new MediaService({ payload })
  // An attempt that was cut off may have stored the picture already.
  let [image] = await media.findBySourceTask(task.id)
  let confidence: number | null = null
  if (!image) {
    const { output, provider } = await ports.call<'draw-panel'>({ kind: 'draw-panel', panel: brief })
    confidence = output.confidence
    await ports.assertLease()
    image = await media.create({
      projectId: relationId(shot.project) as string,
      file: output.file,
      alt: `Scene ${brief.sceneNumber}, shot ${brief.shotNumber}: ${brief.description}`.slice(0, 300),
      sourceTaskId: task.id,
      provenance: { provider, model: output.model, prompt: output.prompt, seed: output.seed, inputs: brief },
    })
  }
  const panel = await addGeneratedPanel({
    payload,
    shot,
    imageId: String(image.id),
    confidence,
    taskId: task.id,
  })
  if (await isBoardComplete(payload, relationId(shot.scene) as string)) {
    await finishScene(payload, relationId(shot.scene) as string, relationId(shot.episode) as string)
  }
  return { result: { panelId: String(panel.id), version: panel.version, mediaId: String(image.id) } }
}

/** Draws a panel for each shot. A picture is always a new version; locked ones are left alone. */
export const drawPanel: TaskHandler = {
  type: 'draw-panel',
  label: 'Draw panels',
  async run(ports) {
    if (!ports.task.isStep) return aboutShot(ports, (shot) => drawShot(ports, shot))
    const args = readInput(ports, stepInput)
    const due = await shotsToDraw(ports.payload, args)
    return {
      result: { shots: due.length },
      children: due.map(({ shot, sceneNumber }) => ({
        key: String(shot.id),
        type: 'draw-panel',
        title: `Panel for scene ${sceneNumber}, shot ${shot.shotNumber}`,
        input: { shotId: String(shot.id), sceneNumber, shotNumber: shot.shotNumber },
      })),
    }
  },
}
