import type { Access, CollectionConfig, Where } from 'payload'
import { actorOf, createInProject, projectIdsFor } from '@/access'
import { jsonField, lineField, plainOptions, projectField } from '@/fields'

/** A conversation is its user's own, and only while they still belong to the project. */
const ownInProject: Access = async ({ req }) => {
  const actor = actorOf(req)
  if (!actor) return false
  const ids = await projectIdsFor(req, 'read')
  if (actor.role === 'admin') return true
  if (ids === 'all' || ids.length === 0) return false
  const and: Where[] = [{ project: { in: ids } }, { user: { equals: actor.id } }]
  return { and }
}

export const Sessions: CollectionConfig = {
  slug: 'sessions',
  labels: { singular: 'Conversation', plural: 'Conversations' },
  admin: {
    group: 'Generation',
    useAsTitle: 'title',
    defaultColumns: ['title', 'project', 'user', 'updatedAt'],
    description:
      'Conversations with an assistant about a project. There is no assistant yet: they are kept here once an AI provider is connected that answers, or written through the API.',
  },
  access: { create: createInProject(), read: ownInProject, update: ownInProject, delete: ownInProject },
  fields: [
    lineField({ name: 'title', required: true, maxLength: 200 }),
    projectField(),
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'messages',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'role',
              type: 'select',
              required: true,
              options: plainOptions(['user', 'assistant', 'system', 'tool']),
            },
            { name: 'sentAt', type: 'date' },
          ],
        },
        { name: 'content', type: 'textarea', required: true },
        { name: 'media', type: 'upload', relationTo: 'media', hasMany: true },
      ],
    },
    jsonField({ name: 'context', admin: { description: 'What the assistant was told about the project.' } }),
    { name: 'attachedMedia', type: 'upload', relationTo: 'media', hasMany: true },
  ],
  hooks: {
    beforeChange: [
      ({ data, operation, req }) =>
        operation === 'create' && req.user ? { ...data, user: req.user.id } : data,
    ],
  },
}
