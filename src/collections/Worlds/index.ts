import type { CollectionConfig } from 'payload'
import { createInProject, inProject } from '@/access'
import { lineField, mediaField, projectField } from '@/fields'
import { cascade } from '../hooks/cascade'

export const Worlds: CollectionConfig = {
  slug: 'worlds',
  trash: true,
  admin: {
    group: 'Story',
    useAsTitle: 'name',
    defaultColumns: ['name', 'project', 'updatedAt'],
    description: 'The world a story happens in: its places, peoples and rules.',
  },
  access: {
    create: createInProject(),
    read: inProject('read'),
    update: inProject('write'),
    delete: inProject('manage'),
  },
  fields: [
    lineField({ name: 'name', required: true, maxLength: 200, index: true }),
    { name: 'description', type: 'textarea' },
    { name: 'geography', type: 'textarea' },
    { name: 'cultures', type: 'textarea' },
    { name: 'rules', type: 'textarea', admin: { description: 'What is possible here and what is not.' } },
    mediaField('image', { name: 'images', hasMany: true }),
    projectField(),
  ],
  hooks: {
    beforeDelete: [cascade('worlds')],
  },
}
