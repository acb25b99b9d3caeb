import { createLocalReq, type Payload } from 'payload'
import { relationId } from '@/lib/ids'
import { recordingSeconds } from '../media/measureSound'
import { lineSeconds } from './lineSeconds'
import { sceneToChange } from './sceneToChange'

/**
 * Measures recordings of a scene that came in before lengths were read, and gives their lines their length.
 *
 * @param mediaIds those whose length is not known
 */
export async function measureLines(payload: Payload, sceneId: string, mediaIds: string[]): Promise<void> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const found = await recordingSeconds(req, mediaIds)
  const scene = found.size > 0 ? await sceneToChange(req, sceneId) : null
  if (!scene) return
  const dialogueLines = (scene.dialogueLines ?? []).map((line) => {
    const seconds = found.get(relationId(line.audio) ?? '')
    return seconds === undefined ? line : { ...line, duration: lineSeconds(seconds) }
  })
  const data = { dialogueLines }
  await payload.update({ collection: 'scenes', id: sceneId, data, depth: 0, overrideAccess: true, req })
}
