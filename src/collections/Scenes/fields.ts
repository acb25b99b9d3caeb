import type { Field } from 'payload'
import { MAX_SHOT_SECONDS } from '@/contracts'
import { speakersOf } from '@/database/services/scenes/speakers'
import {
  jsonField,
  lineField,
  mediaField,
  numberField,
  parentField,
  plainOptions,
  projectField,
  returnedNote,
} from '@/fields'
import { wholeNumber } from '@/fields/wholeNumber'
import { MAX_SCENE_NUMBER_LENGTH } from '@/screenplay'
import { formerNumberField } from '../hooks/formerNumber'

export const SCENE_STATUSES = ['pending', 'generating', 'reviewing', 'approved'] as const
export const INTERIOR_EXTERIOR = [
  { value: 'INT', label: 'Interior' },
  { value: 'EXT', label: 'Exterior' },
  { value: 'INT/EXT', label: 'Interior and exterior' },
  { value: 'EST', label: 'Establishing' },
  { value: 'OTHER', label: 'Other' },
]

/** What is said under one character cue. */
const dialogueLineFields: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'character', type: 'relationship', relationTo: 'characters', index: true },
      {
        name: 'speakers',
        type: 'relationship',
        relationTo: 'characters',
        hasMany: true,
        // Stored where there are several: else it is the character.
        hooks: { afterRead: [({ siblingData }) => speakersOf(siblingData)] },
        admin: { description: 'All who say it; the character is the first of them.' },
      },
      { name: 'cue', type: 'text', admin: { description: 'As typed, with extensions such as (V.O.).' } },
      { name: 'parenthetical', type: 'text' },
    ],
  },
  {
    name: 'text',
    type: 'textarea',
    required: true,
    // A cue under which nothing is said, or only how, is a line as well.
    validate: (value: unknown) => (typeof value === 'string' ? true : 'This field is required.'),
  },
  {
    type: 'row',
    fields: [
      { name: 'emotion', type: 'text' },
      {
        name: 'start',
        type: 'number',
        min: 0,
        label: 'Start (seconds)',
        admin: { description: 'In the scene.' },
      },
      { name: 'duration', type: 'number', min: 0, max: MAX_SHOT_SECONDS, label: 'Duration (seconds)' },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'isDual',
        type: 'checkbox',
        defaultValue: false,
        label: 'Spoken at the same time as the line before',
      },
      { name: 'isLyrics', type: 'checkbox', defaultValue: false, label: 'Sung' },
    ],
  },
  mediaField('audio', { name: 'audio' }),
  { name: 'audioIsStale', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  { name: 'audioStaleReason', type: 'text', admin: { hidden: true } },
  // A person recorded or chose it: no generated one takes its place.
  { name: 'audioIsChosen', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  { name: 'extensions', type: 'text', hasMany: true, admin: { hidden: true } },
]

export const sceneFields: Field[] = [
  returnedNote('scenes'),
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Scene',
        fields: [
          {
            type: 'row',
            fields: [
              numberField({
                name: 'sceneNumber',
                required: true,
                maxLength: MAX_SCENE_NUMBER_LENGTH,
                index: true,
                admin: { width: '20%' },
              }),
              lineField({ name: 'heading', required: true, index: true, admin: { width: '80%' } }),
            ],
          },
          {
            type: 'row',
            fields: [
              {
                name: 'interiorExterior',
                type: 'select',
                options: INTERIOR_EXTERIOR,
                defaultValue: 'INT',
                label: 'Interior or exterior',
              },
              { name: 'location', type: 'relationship', relationTo: 'locations', index: true },
              { name: 'timeOfDay', type: 'text', admin: { description: 'DAY, NIGHT, LATER …' } },
              {
                name: 'timeModifiers',
                type: 'text',
                hasMany: true,
                admin: { description: 'What stands beside the time: FLASHBACK, RAIN …' },
              },
            ],
          },
          {
            name: 'isOmitted',
            type: 'checkbox',
            defaultValue: false,
            label: 'Omitted',
            admin: { description: 'Keeps its number in the script; nothing of it is made.' },
          },
          { name: 'synopsis', type: 'textarea' },
          { name: 'action', type: 'textarea', admin: { rows: 8 } },
          {
            type: 'row',
            fields: [
              { name: 'mood', type: 'text' },
              { name: 'props', type: 'text', hasMany: true },
            ],
          },
          { name: 'characters', type: 'relationship', relationTo: 'characters', hasMany: true, index: true },
          { name: 'notes', type: 'text', hasMany: true, admin: { description: 'Notes from the script.' } },
        ],
      },
      {
        label: 'Dialogue',
        fields: [
          {
            name: 'dialogueLines',
            type: 'array',
            labels: { singular: 'Line', plural: 'Lines' },
            fields: dialogueLineFields,
          },
        ],
      },
      {
        label: 'Storyboard',
        fields: [
          {
            name: 'shots',
            type: 'join',
            collection: 'shots',
            on: 'scene',
            defaultSort: 'order',
            defaultLimit: 50,
            admin: {
              defaultColumns: ['shotNumber', 'size', 'angle', 'movement', 'duration'],
              components: { Field: '/admin/fields/JoinTable#JoinTable' },
            },
          },
          {
            name: 'panels',
            type: 'join',
            collection: 'panels',
            on: 'scene',
            // About the order of the shots, as they are drawn: a join cannot sort by another collection.
            defaultSort: 'createdAt',
            defaultLimit: 50,
            admin: { defaultColumns: ['image', 'title', 'status'], allowCreate: false },
          },
        ],
      },
    ],
  },
  formerNumberField('scenes'),
  parentField('episode', 'episodes'),
  projectField({ isDerived: true }),
  {
    name: 'order',
    type: 'number',
    required: true,
    defaultValue: 0,
    validate: wholeNumber(0),
    index: true,
    admin: { position: 'sidebar', description: 'Place in the episode, from 1.' },
  },
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'pending',
    options: plainOptions(SCENE_STATUSES),
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'sections',
    type: 'text',
    hasMany: true,
    label: 'Act and sequence',
    admin: { position: 'sidebar', description: 'Outermost first.' },
  },
  {
    name: 'pageEighths',
    type: 'number',
    min: 0,
    label: 'Length (eighths of a page)',
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'length',
    type: 'ui',
    admin: {
      components: { Field: '/admin/fields/LengthSoFar#LengthSoFar' },
      disableListColumn: true,
      position: 'sidebar',
    },
  },
  {
    name: 'estimatedDuration',
    type: 'number',
    min: 0,
    label: 'Length as read (seconds)',
    admin: {
      position: 'sidebar',
      description: 'About, from the length of its text. Shots are suggested to fill it.',
    },
  },
  // Action and dialogue lines (by id) in the order of the page.
  jsonField({ name: 'beats', admin: { hidden: true } }),
  {
    name: 'sourceRange',
    type: 'group',
    admin: { hidden: true },
    fields: [
      { name: 'start', type: 'number' },
      { name: 'end', type: 'number' },
    ],
  },
  // The paragraphs of action that shots were suggested from last; none where nobody suggested any.
  jsonField({ name: 'plannedAction', admin: { hidden: true } }),
  { name: 'contentHash', type: 'text', admin: { hidden: true } },
  jsonField({ name: 'analysis', admin: { hidden: true } }),
  { name: 'analysedHash', type: 'text', admin: { hidden: true } },
]
