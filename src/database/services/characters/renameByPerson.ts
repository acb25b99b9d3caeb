import type { PayloadRequest } from 'payload'
import { renameWords } from '@/screenplay'
import { unmarkPicturesOfName } from '../panels/picturesOfName'
import { whereSaid } from './mentions'

/**
 * Puts somebody's name in the place of an old one where people wrote it, because a person asks for it: shots and synopses,
 * each with a version of what it said before. What quotes the script is for the script.
 *
 * @returns how many of each say the new name now
 */
export async function renameByPerson(
  req: PayloadRequest,
  args: Parameters<typeof whereSaid>[1],
): Promise<{ shots: number; synopses: number }> {
  const { access, person, old } = args
  const { change, ...said } = await whereSaid(req, args)
  const shots = said.shots.filter(({ by }) => by === 'person').map(({ shot }) => shot)
  for (const { id, description, actionShown } of shots)
    await req.payload.update({
      collection: 'shots',
      id,
      data: { description: renameWords(description ?? '', change), actionShown },
      // Nobody looks otherwise in it.
      context: { ...req.context, isRenaming: true },
      depth: 0,
      ...access,
    })
  const scenes = said.synopses.filter(({ by }) => by === 'person').map(({ scene }) => scene)
  for (const { id, synopsis } of scenes)
    await req.payload.update({
      collection: 'scenes',
      id,
      data: { synopsis: renameWords(synopsis ?? '', change) },
      depth: 0,
      ...access,
    })
  // What had marked their pictures was the word alone.
  const ids = shots.map(({ id }) => String(id))
  if (ids.length > 0) await unmarkPicturesOfName(req, String(person.id), old, ids)
  return { shots: shots.length, synopses: scenes.length }
}
