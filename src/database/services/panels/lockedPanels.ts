import type { PayloadRequest, Where } from 'payload'
import { Conflict } from '@/errors'
import { lockedInWords, UNTITLED } from './lockedInWords'

/** What a locked panel needs to stay as it is, and how it names it. */
export type LockedBy = 'media' | 'shots' | 'scenes'

const WHERE: Record<LockedBy, (id: string) => Where> = {
  media: (id) => {
    const or: Where[] = [{ image: { equals: id } }, { styleReference: { equals: id } }]
    return { or }
  },
  shots: (id) => ({ shot: { equals: id } }),
  scenes: (id) => ({ scene: { equals: id } }),
}

const NOUN: Record<LockedBy, string> = { media: 'media file', shots: 'shot', scenes: 'scene' }

const inSentence = (title: string): string => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`

/** The locked panels that stand in the way of a change, in words: `scene 12, shot 3, version 2`. Empty: none. */
async function lockedPanelsOf(req: PayloadRequest, collection: LockedBy, id: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'panels',
    where: { and: [WHERE[collection](id), { status: { equals: 'locked' } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { title: true },
    req,
  })
  return docs.map(({ title }) => inSentence(title ?? UNTITLED))
}

/**
 * What is locked stays, also where not it but what it hangs on is to go: the picture that it shows, its shot, its
 * scene. Not asked where a whole episode or project goes: whoever deletes that knows what they take along.
 *
 * @throws {Conflict} naming the locked panels.
 */
export async function assertNothingLocked(
  req: PayloadRequest,
  collection: LockedBy,
  id: string,
  doing: 'deleting' | 'replacing',
): Promise<void> {
  const panels = await lockedPanelsOf(req, collection, id)
  if (panels.length === 0) return
  const uses = collection === 'media' ? 'is shown by' : 'has'
  throw new Conflict(
    `This ${NOUN[collection]} ${uses} ${lockedInWords(panels)}. Unlock before ${doing} it.`,
    {
      locked: panels,
    },
  )
}
