import type { PayloadRequest } from 'payload'
import type { Character } from '@/payload-types'
import { canonicalName } from '@/screenplay'
import { markPanels } from '../scenes/markStale'
import { staleCauseOf } from '../scenes/staleReason'

/** What a figure is drawn from. */
const looksOf = ({ name, age, visualDesign }: Character): string =>
  JSON.stringify([
    age || null,
    visualDesign?.description || null,
    canonicalName(visualDesign?.castAs || name),
  ])

/**
 * Somebody is drawn otherwise from now on: pictures of them show what they looked like before. A new name is no new
 * look, as what they are cast as stays (see castName).
 */
export async function afterNewLook(req: PayloadRequest, before: Character, after: Character): Promise<void> {
  if (looksOf(before) === looksOf(after)) return
  const { docs: shots } = await req.payload.find({
    collection: 'shots',
    where: { characters: { equals: String(after.id) } },
    select: { shotNumber: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  if (shots.length === 0) return
  const cause = staleCauseOf(req.context)
  await markPanels(
    req,
    { shot: { in: shots.map(({ id }) => id) } },
    `The looks of ${after.name} changed ${cause.words}.`,
    cause,
  )
}

/** Whether a shot has somebody in frame: then there may be pictures of them. */
export async function isInShots(req: PayloadRequest, characterId: string): Promise<boolean> {
  const where = { characters: { equals: characterId } }
  return (await req.payload.db.count({ collection: 'shots', where, req })).totalDocs > 0
}
