import type { CollectionConfig } from 'payload'
import { actorOf, isAdmin, isSignedIn, onlyLooks, USER_ROLES } from '@/access'
import { env } from '@/config/env'
import { lineField, plainOptions } from '@/fields'
import { isSecureSite } from '@/lib/isSecureSite'
import { cascade } from '../hooks/cascade'
import { adminOnlyField, ownEmail, readUsers, selfOrAdmin } from './access'
import { apiKeyFields, endKeyWithRole, endSessionsWithKey, keepKeysApart } from './apiKeys'
import { askCurrentPassword, currentPasswordField } from './currentPassword'
import { firstRegister, makeFirstAdmin } from './firstUser'
import { keepAdminRole, keepLastAdmin } from './keepAnAdmin'
import { checkPassword, giveWorkerPassword } from './passwords'
import { refuseUnsentMail } from './refuseUnsentMail'
import { sessionsInTurn } from './sessionsInTurn'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  auth: {
    useAPIKey: true,
    // A link from elsewhere finds somebody signed in, a form from elsewhere does not.
    cookies: { sameSite: 'Lax', secure: isSecureSite(env().SERVER_URL) },
    tokenExpiration: 60 * 60 * 8,
    // Payload's own lock shuts out whoever the account belongs to: see signInLimits.
    maxLoginAttempts: 0,
  },
  admin: {
    group: 'Studio',
    hidden: onlyLooks,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    description:
      'People of the studio, and workers that sign in by API key. Save a worker first, then give them a key here.',
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
    currentPasswordField,
    lineField({ name: 'name', required: true }),
    // Payload's own, which adds the rest.
    {
      name: 'email',
      type: 'email',
      required: true,
      access: { read: ownEmail },
      // Between address and new password: of either, the current password is asked for.
      admin: { components: { afterInput: ['/admin/password/WaysIn#WaysIn'] } },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'producer',
      options: plainOptions(USER_ROLES),
      access: { create: adminOnlyField, update: adminOnlyField },
      admin: {
        description:
          'In the whole studio. A viewer only looks, in every project but their own, whatever they are there. What others may do in one project is set in that project. Workers sign in by API key.',
      },
    },
    ...apiKeyFields,
  ],
  endpoints: [firstRegister, ...sessionsInTurn],
  hooks: {
    beforeOperation: [refuseUnsentMail, giveWorkerPassword, checkPassword, askCurrentPassword],
    beforeDelete: [keepLastAdmin, cascade('users')],
    beforeChange: [makeFirstAdmin, keepAdminRole, endKeyWithRole, keepKeysApart, endSessionsWithKey],
  },
}
