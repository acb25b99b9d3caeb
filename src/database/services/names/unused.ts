import type { PayloadRequest, Where } from 'payload'
import { relationId, relationIds } from '@/lib/ids'
import { speakersOf } from '../scenes/speakers'
import type { NamedSlug } from './otherNames'

export interface UnusedName {
  id: string
  name: string
}

type Row = Record<string, unknown>

/** Everybody, or every place, that something in a project names: its scenes, those in the trash too, and its shots. */
async function namedIn(req: PayloadRequest, collection: NamedSlug, ofProject: Where): Promise<Set<string>> {
  const common = {
    where: ofProject,
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  } as const
  const { docs: scenes } = await req.payload.find({
    ...common,
    collection: 'scenes',
    select: collection === 'locations' ? { location: true } : { characters: true, dialogueLines: true },
    // From there a scene may come back.
    trash: true,
  })
  if (collection === 'locations')
    return new Set(scenes.map(({ location }) => relationId(location)).filter((id) => id !== null))
  const { docs: shots } = await req.payload.find({
    ...common,
    collection: 'shots',
    select: { characters: true },
  })
  return new Set([
    ...scenes.flatMap(({ characters, dialogueLines }) => [
      ...relationIds(characters),
      ...(dialogueLines ?? []).flatMap((line) => speakersOf(line)),
    ]),
    ...shots.flatMap(({ characters }) => relationIds(characters)),
  ])
}

/** Whom people have made or changed: what the log says, beside the imports that brought them and workers that gave voices. */
async function touchedByPeople(
  req: PayloadRequest,
  collection: NamedSlug,
  ids: string[],
): Promise<Set<string>> {
  const and: Where[] = [{ entityCollection: { equals: collection } }, { entityId: { in: ids } }]
  const { docs } = await req.payload.find({
    collection: 'events',
    where: { and },
    select: { entityId: true, action: true, actorKind: true, after: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Set(
    docs
      // An import writes of whom it brings the name alone.
      .filter(({ action, actorKind, after }) =>
        action === 'created' ? Object.keys((after ?? {}) as Row).length > 1 : actorKind === 'user',
      )
      .map(({ entityId }) => entityId),
  )
}

/**
 * The people, or places, of a project whom a script brought and nothing has any more: no line, no scene, no shot, and
 * nobody who made or changed them. By name.
 */
export async function findUnused(
  req: PayloadRequest,
  collection: NamedSlug,
  projectId: string,
): Promise<UnusedName[]> {
  const ofProject: Where = { project: { equals: projectId } }
  const { docs } = await req.payload.find({
    collection,
    where: ofProject,
    select: { name: true },
    sort: 'name',
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  if (docs.length === 0) return []
  const named = await namedIn(req, collection, ofProject)
  const idle = docs.filter(({ id }) => !named.has(String(id)))
  if (idle.length === 0) return []
  const touched = await touchedByPeople(
    req,
    collection,
    idle.map(({ id }) => String(id)),
  )
  return idle.filter(({ id }) => !touched.has(String(id))).map(({ id, name }) => ({ id: String(id), name }))
}
