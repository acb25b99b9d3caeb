import type { PayloadRequest, Where } from 'payload'
import type { Character, Shot } from '@/payload-types'
import { saysName } from '@/screenplay'
import { namesOfOthers } from '../names/otherNames'

/** Where somebody may be named: shots that have them in frame, and those of scenes that they are in or speak in. */
export async function shotsAround(req: PayloadRequest, characterId: string): Promise<Shot[]> {
  const common = { depth: 0, pagination: false, joins: false, overrideAccess: true, req } as const
  const paths = ['characters', 'dialogueLines.character', 'dialogueLines.speakers']
  const { docs: scenes } = await req.payload.find({
    ...common,
    collection: 'scenes',
    where: { or: paths.map((path): Where => ({ [path]: { equals: characterId } })) },
    select: { sceneNumber: true, characters: true },
  })
  const or: Where[] = [{ characters: { equals: characterId } }]
  if (scenes.length > 0) or.push({ scene: { in: scenes.map(({ id }) => id) } })
  const { docs } = await req.payload.find({
    ...common,
    collection: 'shots',
    where: { or },
    sort: ['scene.order', 'order'],
  })
  return docs
}

/** Names that others of the same project have: an old one may stand in them. Canonical. */
export const otherNames = async (req: PayloadRequest, character: Character): Promise<string[]> => [
  ...(await namesOfOthers(req, 'characters', character)).keys(),
]

/** Shots whose description says an old name because a person wrote it. */
export async function shotsSaying(
  req: PayloadRequest,
  character: Character,
  old: string,
): Promise<Array<{ id: string; title: string }>> {
  const others = await otherNames(req, character)
  const shots = await shotsAround(req, String(character.id))
  return shots
    .filter(({ origin, description }) => origin === 'human' && saysName(description ?? '', old, others))
    .map(({ id, title, shotNumber }) => ({ id: String(id), title: title ?? `Shot ${shotNumber}` }))
}
