import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { actorOf, isAdmin, isSignedIn, onlyLooks, projectIdsFor, USER_ROLES } from '@/access'
import { lineField, plainOptions } from '@/fields'
import { relationId, relationIds } from '@/lib/ids'
import { cascade } from '../hooks/cascade'
import { refuseUnsentMail } from './refuseUnsentMail'
import { sessionsInTurn } from './sessionsInTurn'

/** Yourself and those you work with: names are needed to show who did what, strangers' are not. */
const readUsers: Access = async ({ req }) => {
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

const selfOrAdmin: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  return actor.role === 'admin' ? true : { id: { equals: actor.id } }
}

const adminOnlyField: FieldAccess = ({ req }) => isAdmin(req)

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  auth: {
    useAPIKey: true,
    tokenExpiration: 60 * 60 * 8,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
  },
  admin: {
    group: 'Studio',
    hidden: onlyLooks,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    description: 'People of the studio, and workers that sign in by API key.',
  },
  access: {
    admin: ({ req }) => isSignedIn(req) && actorOf(req)?.role !== 'worker',
    create: ({ req }) => isAdmin(req),
    read: readUsers,
    update: selfOrAdmin,
    delete: ({ req }) => isAdmin(req),
    unlock: ({ req }) => isAdmin(req),
  },
  fields: [
    lineField({ name: 'name', required: true }),
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'producer',
      options: plainOptions(USER_ROLES),
      access: { create: adminOnlyField, update: adminOnlyField },
      saveToJWT: true,
      admin: {
        description:
          'In the whole studio. What somebody may do in one project is set in that project. Workers sign in by API key.',
      },
    },
  ],
  endpoints: sessionsInTurn,
  hooks: {
    beforeOperation: [refuseUnsentMail],
    beforeDelete: [cascade('users')],
    beforeChange: [
      // The very first user of a new studio must be able to set up the rest.
      async ({ data, operation, req }) => {
        if (operation !== 'create' || req.user) return data
        const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
        return totalDocs === 0 ? { ...data, role: 'admin' } : data
      },
    ],
  },
}
