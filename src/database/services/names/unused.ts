import type { PayloadRequest, Where } from 'payload'
import { relationId, relationIds } from '@/lib/ids'
import { speakersOf } from '../scenes/speakers'
import { storedInTurns } from '../storedInTurns'
import type { NamedSlug } from './otherNames'

export interface UnusedName {
  id: string
  name: string
}

/** That one statement asks for. */
const IDS_AT_ONCE = 500

type Row = Record<string, unknown>

/** Everybody, or every place, that something in a project names: its scenes, those in the trash too, and its shots. */
async function namedIn(req: PayloadRequest, collection: NamedSlug, where: Where): Promise<Set<string>> {
  // From the trash a scene may come back.
  const ofScenes = { collection: 'scenes', where, withTrash: true } as const
  if (collection === 'locations') {
    const scenes = await storedInTurns(req, { ...ofScenes, fields: ['location'] })
    return new Set(scenes.map(({ location }) => relationId(location)).filter((id) => id !== null))
  }
  const scenes = await storedInTurns(req, { ...ofScenes, fields: ['characters', 'dialogueLines'] })
  const shots = await storedInTurns(req, { collection: 'shots', where, fields: ['characters'] })
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
  const touched = new Set<string>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const entityId = { in: ids.slice(from, from + IDS_AT_ONCE) }
    const events = await storedInTurns(req, {
      collection: 'events',
      where: { and: [{ entityCollection: { equals: collection } }, { entityId }] },
      fields: ['entityId', 'action', 'actorKind', 'after'],
      withTrash: true,
    })
    for (const { entityId: id, action, actorKind, after } of events) {
      // An import writes of whom it brings the name alone.
      const isTouched =
        action === 'created' ? Object.keys((after ?? {}) as Row).length > 1 : actorKind === 'user'
      if (isTouched) touched.add(id)
    }
  }
  return touched
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
  const docs = await storedInTurns(req, { collection, where: ofProject, sort: 'name', fields: ['name'] })
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
