import type { PayloadRequest } from 'payload'
import { relationIds } from '@/lib/ids'
import { forgetScenes } from '../scenes/forgetScenes'
import { speakersOf } from '../scenes/speakers'
import type { DraftJournal } from './journal'
import type { UndoCheck } from './undoBlocks'

type Row = Record<string, unknown>

/**
 * Deletes the scenes that a draft brought and nobody has touched, and then the people and places that it brought and
 * that nothing names any more.
 *
 * @returns how many scenes
 */
export async function forgetAdded(
  req: PayloadRequest,
  journal: DraftJournal,
  { scenes, kept }: UndoCheck,
): Promise<number> {
  const added = journal.added.flatMap(({ id }) => (kept.has(id) ? [] : (scenes.get(id) ?? [])))
  // All is counted once at the end.
  await forgetScenes(req, added)
  for (const { id } of added) scenes.delete(id)
  await forgetUnnamed(req, 'characters', journal.characters, journal, scenes)
  await forgetUnnamed(req, 'locations', journal.locations, journal, scenes)
  return added.length
}

/** Nobody has changed them, and no scene will name them once the draft is undone. */
async function forgetUnnamed(
  req: PayloadRequest,
  collection: 'characters' | 'locations',
  ids: string[],
  journal: DraftJournal,
  scenes: UndoCheck['scenes'],
): Promise<void> {
  if (ids.length === 0) return
  const before = new Map(journal.changed.map((change) => [change.id, change.before]))
  const named = new Set<string>()
  for (const scene of scenes.values()) {
    const then = { ...scene, ...before.get(scene.id) }
    const lines = (then.dialogueLines ?? []).flatMap((line) => speakersOf(line))
    const refs = collection === 'locations' ? [then.location] : [...(then.characters ?? []), ...lines]
    for (const id of relationIds(refs.filter(Boolean))) named.add(id)
  }
  // Of other episodes.
  const field = collection === 'locations' ? 'location' : 'characters'
  const { docs: there } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    select: { name: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const unnamed = there.map((doc) => String(doc.id)).filter((id) => !named.has(id))
  if (unnamed.length === 0) return
  const { docs: versions } = await req.payload.db.findVersions<Row>({
    collection,
    where: { parent: { in: unnamed } },
    select: { parent: true },
    limit: 0,
    pagination: false,
    req,
  })
  const { docs: naming } = await req.payload.find({
    collection: 'scenes',
    where: { [field]: { in: unnamed } },
    select: { [field]: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const stays = new Set(versions.map(({ parent }) => String(parent)))
  for (const scene of naming as unknown as Row[])
    if (!scenes.has(String(scene.id)))
      for (const id of relationIds([scene[field]].flat().filter(Boolean))) stays.add(id)
  // One by one: what points at them is detached.
  for (const id of unnamed)
    if (!stays.has(id))
      await req.payload.delete({ collection, id, depth: 0, trash: true, overrideAccess: true, req })
}
