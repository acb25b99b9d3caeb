import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { Conflict } from '@/errors'

const MESSAGE =
  'A studio has at least one admin, and this is the only one. Make somebody else an admin first.'

async function refuseOnlyAdmin(req: PayloadRequest, id: string | number): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) throw new Conflict(MESSAGE)
}

/**
 * The last admin stays: with nobody left, whoever came first to the first-user page would have the whole studio. Asked of
 * people; what the operator's own programs do is theirs to know. Runs in the turn of admins (`inAdminTurn`).
 *
 * @throws {Conflict}
 */
export const keepAdminRole: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const ends = operation === 'update' && originalDoc?.role === 'admin' && (data.role ?? 'admin') !== 'admin'
  if (ends && req.user) await refuseOnlyAdmin(req, originalDoc.id)
  return data
}

/** @throws {Conflict} */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!req.user) return
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  if (user?.role === 'admin') await refuseOnlyAdmin(req, id)
}
