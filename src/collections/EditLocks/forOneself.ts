import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access'
import { Forbidden } from '@/errors'
import { relationId } from '@/lib/ids'

/** A lock can be taken over for oneself, and for nobody else; it stays on its document. */
export const forOneself: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  if (!actor) return data
  const { user } = data as { user?: { value?: unknown } }
  if (user && relationId(user.value) !== actor.id)
    throw new Forbidden('You may take over a lock for yourself alone.')
  return originalDoc ? { ...data, document: originalDoc.document } : data
}
