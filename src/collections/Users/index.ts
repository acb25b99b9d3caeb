import type { CollectionConfig } from 'payload'
import { actorOf, isAdmin, isSignedIn, onlyLooks, USER_ROLES } from '@/access'
import { lineField, plainOptions } from '@/fields'
import { cascade } from '../hooks/cascade'
import { adminOnlyField, ownEmail, readUsers, selfOrAdmin } from './access'
import { refuseUnsentMail } from './refuseUnsentMail'
import { sessionsInTurn } from './sessionsInTurn'

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
    // Payload's own, which adds the rest.
    { name: 'email', type: 'email', required: true, access: { read: ownEmail } },
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
