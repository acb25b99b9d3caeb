import type { CollectionConfig } from 'payload'
import { inProjectOrTrash } from '@/access'
import { projectField } from '@/fields'

const readOnly = { readOnly: true } as const

/** Append-only: the one source of audit, activity, live updates and replay. Only EventService writes it. */
export const Events: CollectionConfig = {
  slug: 'events',
  defaultSort: '-sequence',
  timestamps: true,
  indexes: [{ fields: ['project', 'sequence'] }, { fields: ['entityCollection', 'entityId', 'sequence'] }],
  admin: {
    group: 'Studio',
    useAsTitle: 'type',
    defaultColumns: ['sequence', 'type', 'actor', 'project', 'createdAt'],
    description: 'Everything that happened, in order.',
  },
  access: { create: () => false, read: inProjectOrTrash('read'), update: () => false, delete: () => false },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'sequence', type: 'number', required: true, unique: true, index: true, admin: readOnly },
        { name: 'type', type: 'text', required: true, index: true, admin: readOnly },
        { name: 'action', type: 'text', required: true, admin: readOnly },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'entityCollection', type: 'text', required: true, admin: readOnly },
        {
          name: 'entityId',
          type: 'text',
          required: true,
          admin: { ...readOnly, description: 'Not a relationship: the record outlives what it is about.' },
        },
      ],
    },
    { name: 'actor', type: 'relationship', relationTo: 'users', index: true, admin: readOnly },
    { name: 'actorKind', type: 'select', options: ['user', 'worker', 'system'], admin: readOnly },
    { name: 'before', type: 'json', admin: readOnly },
    { name: 'after', type: 'json', admin: readOnly },
    { name: 'requestId', type: 'text', admin: readOnly },
    projectField({ isRequired: false }),
  ],
}
