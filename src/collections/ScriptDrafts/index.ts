import type { CollectionConfig } from 'payload'
import { inProject } from '@/access'
import { DRAFT_SOURCE_KINDS, DRAFT_STATES, SCRIPT_FORMAT_IDS } from '@/contracts'
import { jsonField, parentField, plainOptions, projectField } from '@/fields'
import { deriveFromParent } from '../hooks/deriveFromParent'

const nobody = { read: () => false, create: () => false, update: () => false }

/**
 * Changed scripts as differences: proposed, applied, undone. Only DraftService writes them, and people see them in the
 * script room: the two texts and what is needed to undo are kept packed, and nobody else reads those.
 */
export const ScriptDrafts: CollectionConfig = {
  slug: 'script-drafts',
  labels: { singular: 'Script draft', plural: 'Script drafts' },
  indexes: [{ fields: ['episode', 'createdAt'] }],
  defaultSort: '-createdAt',
  admin: { hidden: true, useAsTitle: 'sourceFilename' },
  access: {
    create: () => false,
    read: inProject('read', 'episode'),
    update: () => false,
    delete: () => false,
  },
  fields: [
    parentField('episode', 'episodes'),
    projectField({ isDerived: true }),
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'proposed',
      options: plainOptions(DRAFT_STATES),
      index: true,
    },
    { name: 'sourceKind', type: 'select', required: true, options: plainOptions(DRAFT_SOURCE_KINDS) },
    { name: 'sourceFormat', type: 'select', required: true, options: plainOptions(SCRIPT_FORMAT_IDS) },
    { name: 'sourceFilename', type: 'text' },
    // Of a restore: the version of the script whose text it is.
    { name: 'sourceVersion', type: 'number' },
    { name: 'baseVersion', type: 'number', required: true },
    { name: 'baseEtag', type: 'text', required: true },
    { name: 'createdBy', type: 'relationship', relationTo: 'users' },
    jsonField({ name: 'counts' }),
    jsonField({ name: 'warnings' }),
    // Keys of what was accepted; null: all of it.
    jsonField({ name: 'accepted' }),
    { name: 'appliedAt', type: 'date' },
    { name: 'appliedBy', type: 'relationship', relationTo: 'users' },
    { name: 'appliedVersion', type: 'number' },
    { name: 'undoneAt', type: 'date' },
    { name: 'undoneBy', type: 'relationship', relationTo: 'users' },
    { name: 'appliedHash', type: 'text', access: nobody },
    // Both texts and marks; see services/drafts/packed.
    { name: 'texts', type: 'textarea', access: nobody },
    // What was there before, for undoing and for finishing after a crash.
    { name: 'journal', type: 'textarea', access: nobody },
  ],
  hooks: {
    beforeValidate: [deriveFromParent({ field: 'episode', collection: 'episodes', copy: ['project'] })],
  },
}
