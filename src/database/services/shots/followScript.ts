import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { splitSentences } from '@/scene-reading'
import { canonicalName, type NameChange } from '@/screenplay'
import { aliasesOf, type Named } from '../names/byName'
import { namedIn } from '../names/namedIn'
import { asPageHas, isQuote, mayName } from '../names/said'
import { changeScenes } from '../scenes/changeScenes'
import { isFromScript, isSuggestedSynopsis, SYNOPSIS_FIELDS, synopsisChange } from '../scenes/saidInSynopses'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'
import { withSuggestedWords } from './suggestedWords'
import { writeDescriptions } from './writeDescriptions'

/** A name that somebody had until now, and the one that they have. */
interface Renamed {
  old: string
  new: string
}

const namesOf = (person: Named): string[] => [person.name ?? '', ...aliasesOf(person)].filter(Boolean)

/** Each of somebody's names for each other one, either way round; names of others are left alone. */
async function changesIn(
  req: PayloadRequest,
  projectId: string,
  more: readonly Renamed[],
): Promise<NameChange[]> {
  const docs = await namedIn(req, 'characters', projectId)
  const othersThan = (old: string, next: string): string[] => {
    const mine = new Set([old, next].map(canonicalName))
    return docs
      .map(namesOf)
      .filter((names) => !names.some((name) => mine.has(canonicalName(name))))
      .flat()
  }
  const pairs = docs.flatMap((person) =>
    aliasesOf(person).flatMap((alias) => [
      { old: alias, new: person.name },
      { old: person.name, new: alias },
    ]),
  )
  return [...pairs, ...more].map((pair) => ({ ...pair, others: othersThan(pair.old, pair.new) }))
}

/** Paragraphs that a page has with somebody's other name, as it has them. */
const asOnPage = (texts: readonly string[], page: ReadonlySet<string>, changes: readonly NameChange[]) =>
  texts.map((text) => (page.has(text) ? text : (asPageHas(text, changes, (each) => page.has(each)) ?? text)))

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.every((text, at) => text === b[at])

/** What shots were suggested from is the same action where only a name in it is another: no shot is out of date by that. */
async function followPages(
  req: PayloadRequest,
  scenes: readonly Scene[],
  shots: readonly Shot[],
  changes: readonly NameChange[],
): Promise<void> {
  const write = (collection: 'scenes' | 'shots', id: string, data: Record<string, unknown>) =>
    req.payload.db.updateOne({ collection, id, data, req, returning: false })
  for (const scene of scenes) {
    const page = new Set(scenePage(scene).action)
    const planned = plannedActionOf(scene)
    const followed = planned && asOnPage(planned, page, changes)
    if (planned && followed && !isSame(planned, followed))
      await write('scenes', String(scene.id), { plannedAction: followed })
    for (const shot of shots) {
      if (relationId(shot.scene) !== String(scene.id)) continue
      const shown = shot.actionShown ?? []
      const now = asOnPage(shown, page, changes)
      if (!isSame(shown, now)) await write('shots', String(shot.id), { actionShown: now })
    }
  }
}

/** Sentences that a page has no more, but has with another name, as it has them. Null where there are none. */
function followed(text: string, page: string, changes: readonly NameChange[]): string | null {
  const sentences = splitSentences(text)
  const now = sentences.map((sentence) =>
    isQuote(sentence, page)
      ? sentence
      : (asPageHas(sentence, changes, (each) => isQuote(each, page)) ?? sentence),
  )
  return isSame(sentences, now) ? null : now.join(' ')
}

async function followInShots(
  req: PayloadRequest,
  scenes: readonly Scene[],
  shots: readonly Shot[],
  changes: readonly NameChange[],
): Promise<void> {
  const suspects = shots.filter(({ description }) => changes.some(({ old }) => mayName(description, old)))
  if (suspects.length === 0) return
  const suggested = await withSuggestedWords(req, suspects)
  const pages = new Map(scenes.map(({ id, action }) => [String(id), action ?? '']))
  await writeDescriptions(
    req,
    suspects.flatMap((shot) => {
      if (!suggested.has(String(shot.id))) return []
      const page = pages.get(relationId(shot.scene) ?? '') ?? ''
      const description = followed(shot.description ?? '', page, changes)
      return description === null ? [] : [{ shot, description }]
    }),
  )
}

/** Synopses that quote the page, and those that a writer set below a heading. */
async function followInSynopses(
  req: PayloadRequest,
  scenes: readonly Scene[],
  script: string,
  changes: readonly NameChange[],
): Promise<void> {
  const changed = scenes.flatMap((scene) => {
    const synopsis = scene.synopsis ?? ''
    if (!changes.some(({ old }) => mayName(synopsis, old)) || isFromScript(synopsis, script)) return []
    const now = isSuggestedSynopsis(scene)
      ? followed(synopsis, scene.action ?? '', changes)
      : asPageHas(synopsis, changes, (each) => isFromScript(each, script))
    return now === null ? [] : [synopsisChange(scene, now)]
  })
  if (changed.length > 0) await changeScenes(req, changed)
}

/**
 * Where a script calls somebody otherwise than before, shots and synopses that quote it do so, too: a sentence that the
 * page has no more, but has with the other name. Anything else that a changed page makes of a shot is for a new
 * suggestion. Of what the machine wrote; can be repeated.
 *
 * @param script the episode's script as it is from now on
 * @param more names that somebody had until now
 */
export async function followScript(
  req: PayloadRequest,
  { projectId, episodeId, script, more = [] }: FollowArgs,
): Promise<void> {
  const changes = await changesIn(req, projectId, more)
  if (changes.length === 0) return
  const common = { depth: 0, pagination: false, joins: false, overrideAccess: true, req } as const
  const ofEpisode = { episode: { equals: episodeId } }
  const { docs: shots } = await req.payload.find({ ...common, collection: 'shots', where: ofEpisode })
  const { docs } = await req.payload.find({
    ...common,
    collection: 'scenes',
    where: ofEpisode,
    select: { ...SYNOPSIS_FIELDS, characters: true, beats: true, dialogueLines: true, plannedAction: true },
  })
  const scenes = docs as Scene[]
  await followPages(req, scenes, shots, changes)
  await followInShots(req, scenes, shots, changes)
  await followInSynopses(req, scenes, script, changes)
}

interface FollowArgs {
  projectId: string
  episodeId: string
  script: string
  more?: readonly Renamed[]
}
