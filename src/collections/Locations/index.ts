import type { CollectionConfig } from 'payload'
import { createInProject, inProject, versionsInProject } from '@/access'
import { canonicalNameField, lineField, mediaField, projectField } from '@/fields'
import { canonicalName } from '@/screenplay'
import { cascade } from '../hooks/cascade'
import { freeNames } from '../hooks/freeNames'
import { guardTurn, guardTurnDelete, namesChange } from '../hooks/guardTurn'
import { keepOfToday } from '../hooks/keepOfToday'
import { keepOldName } from '../hooks/keepOldName'
import { keepOriginalVersion } from '../hooks/keepOriginalVersion'
import { restoreNames } from '../hooks/restoreNames'
import { INTERIOR_EXTERIOR } from '../Scenes/fields'

export const Locations: CollectionConfig = {
  slug: 'locations',
  trash: true,
  versions: { maxPerDoc: 20 },
  indexes: [{ fields: ['project', 'canonicalName'] }],
  admin: {
    group: 'Story',
    useAsTitle: 'name',
    defaultColumns: ['name', 'interiorExterior', 'project'],
    description: 'Places where scenes happen.',
    components: { beforeListTable: ['/admin/names/UnusedNote#UnusedNote'] },
  },
  access: {
    create: createInProject(),
    read: inProject('read'),
    readVersions: versionsInProject,
    update: inProject('write'),
    delete: inProject('write'),
  },
  fields: [
    lineField({ name: 'name', required: true, index: true }),
    lineField({
      name: 'aliases',
      hasMany: true,
      admin: { description: 'Other names the script uses for the same place. Press enter after each.' },
    }),
    {
      name: 'interiorExterior',
      type: 'select',
      options: INTERIOR_EXTERIOR,
      label: 'Interior or exterior',
    },
    {
      name: 'description',
      type: 'textarea',
      admin: { description: 'Every picture of this place follows it.' },
    },
    mediaField('image', { name: 'references', hasMany: true }),
    { name: 'world', type: 'relationship', relationTo: 'worlds', index: true },
    projectField(),
    canonicalNameField,
    {
      name: 'scenes',
      type: 'join',
      collection: 'scenes',
      on: 'location',
      defaultSort: 'order',
      admin: { defaultColumns: ['sceneNumber', 'heading', 'episode'], allowCreate: false },
    },
  ],
  hooks: {
    beforeValidate: [
      restoreNames('locations'),
      ({ data }) => (data?.name ? { ...data, canonicalName: canonicalName(String(data.name)) } : data),
    ],
    beforeChange: [
      keepOriginalVersion,
      keepOfToday(['project', 'deletedAt']),
      freeNames('locations'),
      keepOldName('locations'),
      guardTurn(namesChange),
    ],
    beforeDelete: [guardTurnDelete, cascade('locations')],
  },
}
