import { createLocalReq, type Payload } from 'payload'
import { NotFound } from '@/errors'
import { countScenes } from '../episodes/countScenes'
import { sceneToChange } from './sceneToChange'

/** A scene whose shots all have panels waits for a person to review it. An approved one stays approved. */
export async function finishScene(payload: Payload, sceneId: string, episodeId: string): Promise<void> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const scene = await sceneToChange(req, sceneId)
  if (!scene) throw new NotFound('scene', sceneId)
  if (scene.status === 'pending' || scene.status === 'generating') {
    await payload.update({
      collection: 'scenes',
      id: sceneId,
      data: { status: 'reviewing' },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
  await countScenes(req, episodeId)
}
