import type { Payload } from 'payload'
import type { SceneBrief, SceneLineBrief } from '@/contracts'
import { relationId, relationIds } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { canonicalSpeaker } from '@/screenplay'
import { beatsInOrder } from './beatsInOrder'
import type { Cast } from './cast'
import { speakersOf } from './speakers'

async function locationName(payload: Payload, id: string | null): Promise<string | null> {
  if (id === null) return null
  const location = await payload.findByID({
    collection: 'locations',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return location?.name ?? null
}

async function previousScene(payload: Payload, scene: Scene): Promise<Scene | null> {
  const { docs } = await payload.find({
    collection: 'scenes',
    where: {
      and: [{ episode: { equals: relationId(scene.episode) } }, { order: { less_than: scene.order } }],
    },
    sort: '-order',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** One scene's context for a provider. Its duration is never shorter than what is spoken in it. */
export async function sceneBrief(payload: Payload, scene: Scene, cast: Cast): Promise<SceneBrief> {
  const lines = (scene.dialogueLines ?? []).map((line): SceneLineBrief => {
    const speakers = speakersOf(line).flatMap((id) => cast.nameOf(id) ?? [])
    return {
      id: String(line.id),
      character: speakers[0] ?? canonicalSpeaker(line.cue ?? ''),
      ...(speakers.length > 1 ? { speakers } : {}),
      parenthetical: line.parenthetical ?? '',
      text: line.text,
      extensions: line.extensions ?? [],
      durationSeconds: line.duration ?? 1,
    }
  })
  const previous = await previousScene(payload, scene)
  const spoken = lines.reduce((sum, line) => sum + line.durationSeconds, 0)
  const inScene = relationIds(scene.characters).map((id) => cast.nameOf(id))
  const characters = [
    ...new Set([...lines.flatMap((line) => line.speakers ?? [line.character]), ...inScene]),
  ].filter((name) => name !== null)
  return {
    sceneNumber: scene.sceneNumber,
    heading: scene.heading,
    interiorExterior: scene.interiorExterior ?? 'OTHER',
    location: (await locationName(payload, relationId(scene.location))) ?? scene.heading,
    timeOfDay: scene.timeOfDay ?? null,
    action: scene.action ?? '',
    beats: beatsInOrder(scene),
    lines,
    characters,
    people: cast.people.filter(({ name }) => characters.includes(name)),
    durationSeconds: Math.max(scene.estimatedDuration ?? 0, Math.ceil(spoken * 10) / 10),
    previousLocation: previous
      ? ((await locationName(payload, relationId(previous.location))) ?? previous.heading)
      : null,
  }
}
