import type { Field } from 'payload'
import { MAX_SHOT_SECONDS, SHOT_ANGLES, SHOT_MOVEMENTS, SHOT_SIZES } from '@/contracts'
import {
  mediaField,
  numberField,
  optionsOf,
  parentField,
  plainOptions,
  projectField,
  returnedNote,
  shownField,
  sourceTaskField,
} from '@/fields'
import { wholeNumber } from '@/fields/wholeNumber'
import { formerNumberField } from '../hooks/formerNumber'

export const SHOT_ORIGINS = ['ai', 'human'] as const
export const SHOT_PURPOSES = ['establishing', 'master', 'coverage', 'reaction', 'action', 'insert'] as const

export const shotFields: Field[] = [
  returnedNote('shots'),
  { name: 'title', type: 'text', admin: { hidden: true } },
  {
    type: 'row',
    fields: [
      numberField({ name: 'shotNumber', required: true, maxLength: 20, index: true }),
      {
        name: 'size',
        type: 'select',
        required: true,
        defaultValue: 'MS',
        options: optionsOf(SHOT_SIZES),
        index: true,
      },
      { name: 'angle', type: 'select', required: true, defaultValue: 'eye', options: optionsOf(SHOT_ANGLES) },
      {
        name: 'movement',
        type: 'select',
        required: true,
        defaultValue: 'static',
        options: optionsOf(SHOT_MOVEMENTS),
      },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'lens', type: 'number', defaultValue: 35, min: 4, max: 1200, label: 'Lens (mm)' },
      {
        name: 'duration',
        type: 'number',
        required: true,
        defaultValue: 3,
        min: 0.1,
        max: MAX_SHOT_SECONDS,
        label: 'Duration (seconds)',
      },
      { name: 'purpose', type: 'select', options: plainOptions(SHOT_PURPOSES) },
    ],
  },
  { name: 'description', type: 'textarea', admin: { description: 'What is in frame and what happens.' } },
  { name: 'characters', type: 'relationship', relationTo: 'characters', hasMany: true, index: true },
  {
    name: 'dialogueLineIds',
    type: 'text',
    hasMany: true,
    label: 'Dialogue lines covered',
    // Ids of rows of the scene, which say nothing to people: the storyboard shows the words.
    admin: { hidden: true },
  },
  // Paragraphs of the scene's action, by which it is known whether what it shows is still in the script.
  { name: 'actionShown', type: 'text', hasMany: true, admin: { hidden: true } },
  mediaField('audio', { name: 'audio' }),
  mediaField('image', { name: 'images', hasMany: true }),
  {
    name: 'panels',
    type: 'join',
    collection: 'panels',
    on: 'shot',
    defaultSort: '-version',
    admin: {
      defaultColumns: ['image', 'version', 'status', 'origin'],
      components: { Field: '/admin/fields/JoinTable#JoinTable' },
    },
  },
  formerNumberField('shots'),
  parentField('scene', 'scenes'),
  parentField('episode', 'episodes', { isDerived: true }),
  projectField({ isDerived: true }),
  {
    name: 'order',
    type: 'number',
    required: true,
    defaultValue: 0,
    validate: wholeNumber(0),
    index: true,
    admin: { position: 'sidebar', description: 'Place in the scene, from 1.' },
  },
  {
    name: 'origin',
    type: 'select',
    required: true,
    defaultValue: 'human',
    options: [
      { value: 'ai', label: 'Suggested' },
      { value: 'human', label: 'Made or changed by a person' },
    ],
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: 'What a person changed is never overwritten by a suggestion.',
    },
  },
  shownField('percent', {
    name: 'confidence',
    type: 'number',
    min: 0,
    max: 1,
    admin: { position: 'sidebar', description: 'How sure the suggestion is.' },
  }),
  sourceTaskField,
]
