import type { CollectionConfig } from 'payload'
import { inProjectOrTrash, onlyLooks } from '@/access'
import { taskFields } from './fields'

/** The queue. Only TaskService writes it, through the engine's atomic operations: no one may edit a task by hand. */
export const Tasks: CollectionConfig = {
  slug: 'tasks',
  // Ids are in order of time, and indexed in any case.
  defaultSort: '-id',
  indexes: [{ fields: ['runId', 'state'] }, { fields: ['project', 'state'] }],
  admin: {
    group: 'Generation',
    hidden: onlyLooks,
    useAsTitle: 'title',
    defaultColumns: ['title', 'type', 'state', 'project', 'episode', 'attempts', 'updatedAt'],
    listSearchableFields: ['title', 'type'],
    description: 'Work for machines: waiting, running, done, or resting after its last attempt.',
  },
  access: {
    create: () => false,
    read: inProjectOrTrash('read'),
    update: () => false,
    delete: () => false,
  },
  fields: taskFields,
}
