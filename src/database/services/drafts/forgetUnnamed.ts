import type { PayloadRequest, Where } from 'payload'
import { relationIds } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { speakersOf } from '../scenes/speakers'
import type { DraftJournal } from './journal'

type Row = Record<string, unknown>

/**
 * Deletes the people and places that a draft brought, that nobody has changed and that no scene names any more. Called
 * when the scenes are what they were again: a deletion empties what still points there, and an undo that is cut off in
 * between would take the empty field for something that a person did.
 */
export async function forgetUnnamed(
  req: PayloadRequest,
  { characters, locations }: Pick<DraftJournal, 'characters' | 'locations'>,
): Promise<void> {
  await forget(req, 'characters', characters, {
    where: (ids) => ({
      or: ['characters', 'dialogueLines.character', 'dialogueLines.speakers'].map(
        (path): Where => ({ [path]: { in: ids } }),
      ),
    }),
    select: { characters: true, dialogueLines: true },
    named: ({ characters: present, dialogueLines }) => [
      ...(present ?? []),
      ...(dialogueLines ?? []).flatMap((line) => speakersOf(line)),
    ],
  })
  await forget(req, 'locations', locations, {
    where: (ids) => ({ location: { in: ids } }),
    select: { location: true },
    named: ({ location }) => [location],
  })
}

async function forget(
  req: PayloadRequest,
  collection: 'characters' | 'locations',
  ids: string[],
  by: {
    where: (ids: string[]) => Where
    select: Record<string, true>
    named: (scene: Scene) => unknown[]
  },
): Promise<void> {
  if (ids.length === 0) return
  const common = { depth: 0, pagination: false, joins: false, overrideAccess: true, req } as const
  const { docs: naming } = await req.payload.find({
    ...common,
    collection: 'scenes',
    where: by.where(ids),
    select: by.select,
    // From there a scene may come back.
    trash: true,
  })
  const stays = new Set(naming.flatMap((scene) => relationIds(by.named(scene as Scene).filter(Boolean))))
  const { docs: versions } = await req.payload.db.findVersions<Row>({
    collection,
    where: { parent: { in: ids } },
    select: { parent: true },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { parent } of versions) stays.add(String(parent))
  const gone = ids.filter((id) => !stays.has(id))
  if (gone.length === 0) return
  const { docs: there } = await req.payload.find({
    ...common,
    collection,
    where: { id: { in: gone } },
    select: { name: true },
  })
  // One by one: what else points at them is detached.
  for (const { id } of there)
    await req.payload.delete({ collection, id, depth: 0, trash: true, overrideAccess: true, req })
}
