import type { PayloadRequest } from 'payload'
import { relationIds } from '@/lib/ids'
import { markPanels } from '../scenes/markStale'
import { staleCauseOf } from '../scenes/staleReason'

type ShotLike = Record<string, unknown> | undefined

/** Not the movement: a picture stands still, and the arrows over it follow the shot. */
const DRAWN_FROM = ['size', 'angle', 'description'] as const

/** Whether a change of a shot shows in its picture. */
export function shotLooksDifferent(before: ShotLike, after: ShotLike): boolean {
  if (!before || !after) return false
  return (
    DRAWN_FROM.some((field) => before[field] !== after[field]) ||
    relationIds(before.characters).join() !== relationIds(after.characters).join()
  )
}

/** The shot changed: its panels show what it was before. */
export async function markShotPanelsStale(
  req: PayloadRequest,
  shotId: string,
  before: ShotLike,
  after: ShotLike,
): Promise<void> {
  const cause = staleCauseOf(req.context)
  const fields = DRAWN_FROM.filter((field) => before?.[field] !== after?.[field])
  const what = fields.length > 0 ? fields.join(' and ') : 'who is in it'
  const name = String(after?.title ?? 'The shot')
  await markPanels(req, { shot: { equals: shotId } }, `${name}: ${what} changed ${cause.words}.`, cause)
}
