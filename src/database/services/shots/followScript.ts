import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { splitSentences } from '@/scene-reading'
import { renameWords, saysName } from '@/screenplay'
import { aliasesOf } from '../names/byName'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'
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

/** Paragraphs that a page has with somebody's other name, as it has them. */
function asOnPage(texts: readonly string[], page: ReadonlySet<string>, pairs: readonly Pair[]): string[] {
  return texts.map((text) => {
    if (page.has(text)) return text
    return pairs.map((pair) => renameWords(text, pair)).find((each) => page.has(each)) ?? text
  })
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.every((text, at) => text === b[at])

/** What shots were suggested from is the same action where only a name in it is another: no shot is out of date by that. */
async function followPages(
  req: PayloadRequest,
  scenes: readonly Scene[],
  shots: readonly Shot[],
  pairs: readonly Pair[],
): Promise<void> {
  const write = (collection: 'scenes' | 'shots', id: string, data: Record<string, unknown>) =>
    req.payload.db.updateOne({ collection, id, data, req, returning: false })
  for (const scene of scenes) {
    const page = new Set(scenePage(scene).action)
    const planned = plannedActionOf(scene)
    const followed = planned && asOnPage(planned, page, pairs)
    if (planned && followed && !isSame(planned, followed))
      await write('scenes', String(scene.id), { plannedAction: followed })
    for (const shot of shots) {
      if (relationId(shot.scene) !== String(scene.id)) continue
      const shown = shot.actionShown ?? []
      const now = asOnPage(shown, page, pairs)
      if (!isSame(shown, now)) await write('shots', String(shot.id), { actionShown: now })
    }
  }
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
    where: ofEpisode,
  })
  const suspects = shots.filter(
    ({ origin, description }) => origin === 'ai' && pairs.some(({ old }) => saysName(description ?? '', old)),
  )
  const { docs: scenes } = await req.payload.find({
    ...common,
    collection: 'scenes',
    where: ofEpisode,
    select: { action: true, characters: true, beats: true, dialogueLines: true, plannedAction: true },
  })
  await followPages(req, scenes as Scene[], shots, pairs)
  if (suspects.length === 0) return
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
