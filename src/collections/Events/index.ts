import type { CollectionConfig } from 'payload'
import { jsonField, plainOptions, projectField, shownField } from '@/fields'
import { readEvents } from './access'

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
    defaultColumns: ['type', 'entityCollection', 'actor', 'project', 'createdAt'],
    description: 'Everything that happened, in order.',
  },
  access: { create: () => false, read: readEvents, update: () => false, delete: () => false },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'sequence', type: 'number', required: true, unique: true, index: true, admin: readOnly },
        shownField('words', {
          name: 'type',
          type: 'text',
          required: true,
          index: true,
          label: 'What happened',
        }),
        { name: 'action', type: 'text', required: true, admin: { ...readOnly, hidden: true } },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'entityCollection',
          type: 'text',
          required: true,
          label: 'About',
          admin: {
            ...readOnly,
            components: {
              Field: '/admin/fields/EntityLink#EntityLink',
              Cell: '/admin/fields/EntityCell#EntityCell',
            },
          },
        },
        {
          name: 'entityId',
          type: 'text',
          required: true,
          // Not a relationship: the record outlives what it is about.
          admin: { ...readOnly, hidden: true },
        },
      ],
    },
    {
      name: 'actor',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: 'Who',
      admin: {
        ...readOnly,
        condition: (data) => Boolean(data?.actor),
        components: { Cell: '/admin/fields/ActorCell#ActorCell' },
      },
    },
    {
      name: 'actorKind',
      type: 'select',
      options: plainOptions(['user', 'worker', 'system']),
      label: 'Done by',
      admin: readOnly,
    },
    jsonField({ name: 'before', admin: readOnly }),
    jsonField({ name: 'after', admin: readOnly }),
    { name: 'requestId', type: 'text', admin: { ...readOnly, hidden: true } },
    projectField({ isRequired: false }),
  ],
}
