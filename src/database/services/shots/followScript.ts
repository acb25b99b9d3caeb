import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import { splitSentences } from '@/scene-reading'
import { renameWords, saysName } from '@/screenplay'
import { aliasesOf } from '../names/byName'
import { isQuote, writeDescriptions } from './renameInShots'

/** Somebody's name and one that they have as well, either way round. */
interface Pair {
  old: string
  new: string
}

async function pairsIn(req: PayloadRequest, projectId: string): Promise<Pair[]> {
  const { docs } = await req.payload.find({
    collection: 'characters',
    where: { project: { equals: projectId } },
    select: { name: true, aliases: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  return docs.flatMap((person) =>
    aliasesOf(person).flatMap((alias) => [
      { old: alias, new: person.name },
      { old: person.name, new: alias },
    ]),
  )
}

/**
 * Where a script calls somebody otherwise than before, shots that quote its action do so, too: a sentence that the page
 * has no more, but has with the other name. Anything else that a changed page makes of a shot is for a new suggestion.
 * Of shots that the machine described; can be repeated.
 *
 * @param more names that somebody had until now
 */
export async function followScript(
  req: PayloadRequest,
  projectId: string,
  episodeId: string,
  more: readonly Pair[] = [],
): Promise<void> {
  const pairs = [...(await pairsIn(req, projectId)), ...more]
  if (pairs.length === 0) return
  const common = { depth: 0, pagination: false, joins: false, overrideAccess: true, req } as const
  const ofEpisode = { episode: { equals: episodeId } }
  const { docs: shots } = await req.payload.find({
    ...common,
    collection: 'shots',
    where: { and: [ofEpisode, { origin: { equals: 'ai' } }] },
  })
  const suspects = shots.filter(({ description }) =>
    pairs.some(({ old }) => saysName(description ?? '', old)),
  )
  if (suspects.length === 0) return
  const { docs: scenes } = await req.payload.find({
    ...common,
    collection: 'scenes',
    where: ofEpisode,
    select: { action: true, characters: true },
  })
  const actionOf = new Map(scenes.map(({ id, action }) => [String(id), action ?? '']))
  const changes = suspects.flatMap((shot) => {
    const action = actionOf.get(relationId(shot.scene) ?? '') ?? ''
    const sentences = splitSentences(shot.description ?? '')
    const followed = sentences.map((sentence) => {
      if (isQuote(sentence, action)) return sentence
      const renamed = pairs
        .map((pair) => renameWords(sentence, pair))
        .find((each) => each !== sentence && isQuote(each, action))
      return renamed ?? sentence
    })
    if (followed.every((sentence, index) => sentence === sentences[index])) return []
    return [{ shot, description: followed.join(' ') }]
  })
  await writeDescriptions(req, changes)
}
