import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character } from '@/payload-types'
import { markPicturesOfName, unmarkPicturesOfName } from '../panels/picturesOfName'
import { renameInShots } from '../shots/renameInShots'
import { otherNames, shotsAround } from './shotsAround'
import { voiceName } from './voiceName'

/** A voice that was made for somebody is called after them, as long as nobody has called it otherwise. */
async function renameVoice(req: PayloadRequest, before: Character, after: Character): Promise<void> {
  const id = relationId(after.voiceProfile?.voice)
  if (id === null) return
  const common = { collection: 'voices', id, depth: 0, overrideAccess: true, req } as const
  const voice = await req.payload.findByID({ ...common, disableErrors: true })
  if (voice?.project && voice.name === voiceName(before.name))
    await req.payload.update({ ...common, data: { name: voiceName(after.name) } })
}

/**
 * What follows where somebody is called otherwise: shots that the machine described say the new name, and pictures that
 * show the old one are marked. Nobody looks or sounds another way, so recordings are what they were: where a line says
 * the name, it does so until the script says another.
 */
export async function afterRename(req: PayloadRequest, before: Character, after: Character): Promise<void> {
  if (before.name === after.name) return
  await renameVoice(req, before, after)
  const id = String(after.id)
  await unmarkPicturesOfName(req, id, after.name)
  const shots = await shotsAround(req, id)
  if (shots.length === 0) return
  const change = { old: before.name, new: after.name, others: await otherNames(req, after) }
  const redescribed = await renameInShots(req, shots, change)
  await markPicturesOfName(req, id, shots, redescribed, change)
}
