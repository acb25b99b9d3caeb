import type { Access, FieldAccess } from 'payload'
import { actorOf, isAdmin, projectIdsFor } from '@/access'
import { relationId, relationIds } from '@/lib/ids'

/** Yourself and those you work with: names are needed to show who did what, strangers' are not. */
export const readUsers: Access = async ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  if (actor.role === 'admin' || actor.role === 'producer') return true
  const ids = await projectIdsFor(req, 'read')
  if (ids === 'all' || ids.length === 0) return { id: { equals: actor.id } }
  const { docs } = await req.payload.find({
    collection: 'projects',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { createdBy: true, members: true },
  })
  const colleagues = docs.flatMap((project) => [
    relationId(project.createdBy),
    ...relationIds((project.members ?? []).map((entry) => entry.user)),
  ])
  return { id: { in: [...new Set([actor.id, ...colleagues.filter((id) => id !== null)])] } }
}

export const selfOrAdmin: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  return actor.role === 'admin' ? true : { id: { equals: actor.id } }
}

export const adminOnlyField: FieldAccess = ({ req }) => isAdmin(req)

/**
 * An address is a way to sign in and to write to somebody, and who works with them needs their name alone. Where no
 * document is meant, as where addresses are searched or sorted by, none is anybody's own.
 */
export const ownEmail: FieldAccess = ({ req, id, doc }) => {
  const actor = actorOf(req)
  if (!actor) return false
  return actor.role === 'admin' || actor.id === String(id ?? doc?.id ?? '')
}
