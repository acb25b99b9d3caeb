import type { PayloadRequest, Where } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character, Shot } from '@/payload-types'
import { namesOfOthers } from '../names/otherNames'
import type { AccessOptions } from '../Service'
import { SYNOPSIS_FIELDS, type SynopsisScene } from '../scenes/saidInSynopses'

const ALL = { depth: 0, pagination: false, joins: false } as const

const asSystem = (req: PayloadRequest): AccessOptions => ({ overrideAccess: true, req }) as AccessOptions

/** Scenes that somebody is in or speaks in. */
function scenesAround(characterId: string): Where {
  const paths = ['characters', 'dialogueLines.character', 'dialogueLines.speakers']
  return { or: paths.map((path): Where => ({ [path]: { equals: characterId } })) }
}

/** The project that somebody is in, or the world of which they are. Null of the whole organization's. */
async function projectOf(req: PayloadRequest, { project, world }: Character): Promise<string | null> {
  const [own, worldId] = [relationId(project), relationId(world)]
  if (own !== null || worldId === null) return own
  const found = await req.payload.findByID({
    collection: 'worlds',
    id: worldId,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return relationId(found?.project)
}

/** Shots that have somebody in frame, and those of scenes that they are in or speak in. */
export async function shotsAround(req: PayloadRequest, characterId: string): Promise<Shot[]> {
  const { docs: scenes } = await req.payload.find({
    ...ALL,
    ...asSystem(req),
    collection: 'scenes',
    where: scenesAround(characterId),
    select: { sceneNumber: true, characters: true },
  })
  const or: Where[] = [{ characters: { equals: characterId } }]
  if (scenes.length > 0) or.push({ scene: { in: scenes.map(({ id }) => id) } })
  const { docs } = await req.payload.find({
    ...ALL,
    ...asSystem(req),
    collection: 'shots',
    where: { or },
    sort: ['scene.order', 'order'],
  })
  return docs
}

/**
 * Where somebody may be spoken of, which is anywhere in their project: people talk of those who are not there. Of whom
 * the whole organization has, the scenes that they are in.
 *
 * @param access @default all there is, as the rules of this project ask
 */
export async function whereNamed(
  req: PayloadRequest,
  character: Character,
  access: AccessOptions = asSystem(req),
): Promise<{ shots: Shot[]; scenes: SynopsisScene[] }> {
  const project = await projectOf(req, character)
  const inProject: Where = { project: { equals: project } }
  const { docs: scenes } = await req.payload.find({
    ...ALL,
    ...access,
    collection: 'scenes',
    where: project
      ? { and: [inProject, { synopsis: { exists: true } }] }
      : scenesAround(String(character.id)),
    select: SYNOPSIS_FIELDS,
    sort: ['episode', 'order'],
  })
  const ofScenes: Where = { scene: { in: scenes.map(({ id }) => id) } }
  const { docs: shots } = await req.payload.find({
    ...ALL,
    ...access,
    collection: 'shots',
    where: project ? inProject : { or: [{ characters: { equals: character.id } }, ofScenes] },
    sort: ['episode', 'scene.order', 'order'],
  })
  return { shots, scenes: scenes as SynopsisScene[] }
}

/** Names that others of the same project have: an old one may stand in them. Canonical. */
export const otherNames = async (req: PayloadRequest, character: Character): Promise<string[]> => [
  ...(await namesOfOthers(req, 'characters', character)).keys(),
]
