import type { PayloadRequest } from 'payload'
import { relationIds } from '@/lib/ids'

type ShotLike = Record<string, unknown> | undefined

const DRAWN_FROM = ['size', 'angle', 'movement', 'description'] as const

/** Whether a change of a shot shows in its picture. */
export function shotLooksDifferent(before: ShotLike, after: ShotLike): boolean {
  if (!before || !after) return false
  return (
    DRAWN_FROM.some((field) => before[field] !== after[field]) ||
    relationIds(before.characters).join() !== relationIds(after.characters).join()
  )
}

/** The shot changed: its panels show what it was before. */
export async function markShotPanelsStale(req: PayloadRequest, shotId: string): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'panels',
    where: { shot: { equals: shotId } },
    data: { isStale: true },
    req,
    returning: false,
  })
}
