import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { relationIds } from '@/lib/ids'
import { speakersOf } from '../scenes/speakers'
import type { DraftJournal } from './journal'
import type { UndoCheck } from './undoBlocks'

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
  const added = journal.added.filter(({ id }) => scenes.has(id) && !kept.has(id)).map(({ id }) => id)
  // They have nothing below them, and all is counted once at the end.
  const inner = isolateObjectProperty(req, 'context')
  inner.context = { ...req.context, isCascading: true }
  for (const id of added) {
    await req.payload.delete({
      collection: 'scenes',
      id,
      depth: 0,
      trash: true,
      overrideAccess: true,
      req: inner,
    })
    scenes.delete(id)
  }
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
  for (const id of unnamed) {
    const { totalDocs: versions } = await req.payload.countVersions({
      collection,
      where: { parent: { equals: id } },
      overrideAccess: true,
      req,
    })
    const { docs } = await req.payload.find({
      collection: 'scenes',
      where: { [field]: { equals: id } },
      select: { sceneNumber: true },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    if (versions > 0 || docs.some((scene) => !scenes.has(String(scene.id)))) continue
    await req.payload.delete({ collection, id, depth: 0, trash: true, overrideAccess: true, req })
  }
}
