import type { CollectionConfig } from 'payload'
import { createInProject, inProject } from '@/access'
import {
  largePicture,
  mediaField,
  parentField,
  plainOptions,
  projectField,
  sourceTaskField,
  staleField,
  staleReasonFields,
} from '@/fields'
import { wholeNumber } from '@/fields/wholeNumber'
import { deriveFromParent } from '../hooks/deriveFromParent'
import { getsLocked, guardTurn } from '../hooks/guardTurn'
import { recountAfterChange, recountAfterDelete } from '../hooks/recount'
import { fillTitle, guardApproval, guardLockedDelete, numberVersion, rememberChoice } from './hooks'

export const PANEL_STATUSES = ['draft', 'review', 'approved', 'locked'] as const

export const Panels: CollectionConfig = {
  slug: 'panels',
  indexes: [{ fields: ['shot', 'version'], unique: true }],
  defaultSort: ['project', 'episode', 'scene.order', 'shot.order', '-version'],
  admin: {
    group: 'Storyboard',
    useAsTitle: 'title',
    defaultColumns: ['image', 'title', 'episode', 'project', 'status', 'origin'],
    description: 'Pictures of shots. A new picture is a new version; the old one stays.',
  },
  access: {
    create: createInProject([{ field: 'shot', collection: 'shots' }]),
    read: inProject('read', 'episode'),
    update: inProject('write', 'episode'),
    delete: inProject('write', 'episode'),
  },
  fields: [
    { name: 'title', type: 'text', admin: { hidden: true } },
    largePicture('image'),
    mediaField('image', {
      name: 'image',
      required: true,
      admin: { components: { Cell: '/admin/fields/PictureCell#PictureCell' } },
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'origin',
          type: 'select',
          required: true,
          defaultValue: 'drawn',
          options: [
            { value: 'ai', label: 'Generated' },
            { value: 'drawn', label: 'Drawn by a person' },
          ],
        },
        // Of the provider that measures it. In a form it would stand alone, with nothing to compare it to.
        { name: 'confidence', type: 'number', min: 0, max: 1, admin: { hidden: true } },
      ],
    },
    mediaField('image', { name: 'styleReference' }),
    { name: 'notes', type: 'textarea' },
    parentField('shot', 'shots'),
    parentField('scene', 'scenes', { isDerived: true }),
    parentField('episode', 'episodes', { isDerived: true }),
    projectField({ isDerived: true }),
    {
      name: 'version',
      type: 'number',
      min: 1,
      validate: wholeNumber(1),
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'draft',
      options: plainOptions(PANEL_STATUSES),
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'statusChangedBy',
      type: 'relationship',
      relationTo: 'users',
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'statusChangedAt', type: 'date', admin: { position: 'sidebar', readOnly: true } },
    {
      name: 'chosenAt',
      type: 'date',
      label: 'Chosen',
      admin: {
        position: 'sidebar',
        readOnly: true,
        description: 'Since when this is the version that a person wants shown.',
        condition: (data) => Boolean(data?.chosenAt),
      },
    },
    staleField,
    ...staleReasonFields,
    sourceTaskField,
  ],
  hooks: {
    beforeValidate: [
      deriveFromParent({ field: 'shot', collection: 'shots', copy: ['scene', 'episode', 'project'] }),
    ],
    beforeChange: [guardApproval, rememberChoice, numberVersion, fillTitle, guardTurn(getsLocked)],
    afterChange: [recountAfterChange],
    beforeDelete: [guardLockedDelete],
    afterDelete: [recountAfterDelete],
  },
}
