import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character } from '@/payload-types'
import { markPicturesOfName, unmarkPicturesOfName } from '../panels/picturesOfName'
import { renameInSynopses } from '../scenes/saidInSynopses'
import { saidInShots } from '../shots/saidInShots'
import { writeDescriptions } from '../shots/writeDescriptions'
import { otherNames, shotsAround, whereNamed } from './shotsAround'
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
 * What follows where somebody is called otherwise: shots and synopses that the machine wrote say the new name, and
 * pictures that show the old one are marked. Nobody looks or sounds another way, so recordings are what they were: where
 * a line says the name, it does so until the script says another.
 */
export async function afterRename(req: PayloadRequest, before: Character, after: Character): Promise<void> {
  if (before.name === after.name) return
  await renameVoice(req, before, after)
  const id = String(after.id)
  await unmarkPicturesOfName(req, id, after.name)
  const change = { old: before.name, new: after.name, others: await otherNames(req, after) }
  const { shots, scenes } = await whereNamed(req, after)
  const said = await saidInShots(req, shots, change)
  const changes = said.filter(({ shot, renamed }) => renamed !== shot.description)
  await writeDescriptions(
    req,
    changes.map(({ shot, renamed }) => ({ shot, description: renamed })),
  )
  await renameInSynopses(req, scenes, change)
  const around = await shotsAround(req, id)
  const named = said.map(({ shot }) => shot).filter((shot) => !around.some((each) => each.id === shot.id))
  await markPicturesOfName(req, id, [...around, ...named], {
    redescribed: new Set(changes.map(({ shot }) => String(shot.id))),
    byPerson: new Set(said.flatMap(({ shot, by }) => (by === 'person' ? [String(shot.id)] : []))),
    change,
  })
}
