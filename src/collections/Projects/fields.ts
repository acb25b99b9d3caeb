import type { Field } from 'payload'
import { PROJECT_ROLES } from '@/access'
import { lineField, plainOptions, withoutHeading } from '@/fields'
import { collaboratorIds, oneOrSeveral } from './hooks'
import { overlayFields } from './overlayFields'
import { isMember, isUser } from './validate'

export const PROJECT_TYPES = ['film', 'series', 'short', 'audio-drama', 'book'] as const
export const PROJECT_STATUSES = [
  'concept',
  'pre-production',
  'production',
  'post-production',
  'released',
  'archived',
] as const
export const ASPECT_RATIOS = ['16:9', '1.85:1', '2.39:1', '4:3', '1:1', '9:16'] as const
export const RESOLUTIONS = ['1280x720', '1920x1080', '3840x2160'] as const

const computed = { readOnly: true } as const
const counter = (name: string, label?: string): Field => ({
  name,
  type: 'number',
  defaultValue: 0,
  min: 0,
  label,
  admin: computed,
})

export const projectFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Story',
        fields: [
          lineField({ name: 'title', required: true, maxLength: 200, index: true }),
          {
            name: 'logline',
            type: 'textarea',
            maxLength: 500,
            admin: { description: 'The story in one sentence.' },
          },
          { name: 'synopsis', type: 'textarea' },
          {
            type: 'row',
            fields: [
              {
                name: 'type',
                type: 'select',
                required: true,
                defaultValue: 'short',
                options: plainOptions(PROJECT_TYPES),
                index: true,
              },
              lineField({
                name: 'genre',
                hasMany: true,
                hooks: { beforeValidate: [oneOrSeveral] },
                custom: { takesOne: true },
                admin: { description: 'Press enter after each.' },
              }),
            ],
          },
        ],
      },
      {
        label: 'Settings',
        fields: [
          {
            name: 'settings',
            type: 'group',
            label: 'Settings',
            admin: withoutHeading,
            fields: [
              {
                type: 'row',
                fields: [
                  {
                    name: 'fps',
                    type: 'number',
                    defaultValue: 24,
                    min: 1,
                    max: 120,
                    label: 'Frames per second',
                  },
                  {
                    name: 'aspectRatio',
                    // No select: GraphQL makes a name of each option, and none may have a colon in it.
                    type: 'text',
                    defaultValue: '16:9',
                    validate: (value: string | null | undefined) =>
                      !value ||
                      (ASPECT_RATIOS as readonly string[]).includes(value) ||
                      `must be one of ${ASPECT_RATIOS.join(', ')}`,
                    admin: { description: ASPECT_RATIOS.join(', ') },
                  },
                  { name: 'resolution', type: 'select', defaultValue: '1280x720', options: [...RESOLUTIONS] },
                ],
              },
              {
                name: 'visualStyle',
                type: 'textarea',
                admin: { description: 'How pictures should look; every generated panel follows it.' },
              },
              {
                name: 'aiEnabled',
                type: 'checkbox',
                defaultValue: true,
                label: 'Generation on',
                admin: {
                  description: 'Switched off, nothing is generated for this project; everything else works.',
                },
              },
              {
                name: 'budgetUsd',
                type: 'number',
                min: 0,
                label: 'Budget in US dollars',
                admin: {
                  description: 'What paid providers may cost for this project. Empty: no limit.',
                  condition: (_, siblings) => siblings?.aiEnabled !== false,
                },
              },
              overlayFields,
            ],
          },
        ],
      },
      {
        label: 'People',
        fields: [
          {
            name: 'members',
            type: 'array',
            maxRows: 500,
            labels: { singular: 'Member', plural: 'Members' },
            admin: {
              // As in projectIdsFor.
              description:
                'Who works on the project, beside its owner, and as what. Whoever is a viewer in the whole studio (under Users) only looks here, too, whatever their role in the project, until an admin of the studio gives them another role there.',
            },
            fields: [
              {
                type: 'row',
                fields: [
                  {
                    name: 'user',
                    type: 'relationship',
                    relationTo: 'users',
                    index: true,
                    validate: isMember,
                  },
                  {
                    name: 'role',
                    type: 'select',
                    required: true,
                    defaultValue: 'editor',
                    options: plainOptions(PROJECT_ROLES),
                  },
                ],
              },
            ],
          },
          {
            name: 'collaborators',
            type: 'relationship',
            relationTo: 'users',
            hasMany: true,
            virtual: true,
            // The members without their roles, for who only asks whether somebody belongs to the project.
            hooks: { afterRead: [collaboratorIds] },
            admin: { hidden: true, readOnly: true },
          },
        ],
      },
      {
        label: 'Progress',
        fields: [
          {
            name: 'progress',
            type: 'group',
            label: 'Progress',
            admin: { components: { Field: '/admin/progress/ProjectProgress#ProjectProgress' } },
            fields: [
              {
                name: 'percentage',
                type: 'number',
                defaultValue: 0,
                min: 0,
                max: 100,
                label: 'Made so far (%)',
                admin: computed,
              },
              { type: 'row', fields: [counter('scenes'), counter('shots')] },
              { type: 'row', fields: [counter('panels'), counter('panelsApproved', 'Panels approved')] },
              {
                type: 'row',
                fields: [counter('dialogueLines'), counter('dialogueLinesVoiced', 'Lines voiced')],
              },
            ],
          },
        ],
      },
      {
        label: 'Contents',
        fields: [
          {
            name: 'episodes',
            type: 'join',
            collection: 'episodes',
            on: 'project',
            defaultSort: 'episodeNumber',
            admin: {
              defaultColumns: ['episodeNumber', 'title', 'status'],
              components: { Field: '/admin/fields/JoinTable#JoinTable' },
            },
          },
          {
            name: 'characters',
            type: 'join',
            collection: 'characters',
            on: 'project',
            admin: {
              defaultColumns: ['name', 'role'],
              components: { Field: '/admin/fields/JoinTable#JoinTable' },
            },
          },
        ],
      },
    ],
  },
  {
    name: 'slug',
    type: 'text',
    unique: true,
    index: true,
    admin: { position: 'sidebar', description: 'Its name in addresses. Made from the title where empty.' },
  },
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'concept',
    options: plainOptions(PROJECT_STATUSES),
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'episodeCount',
    type: 'number',
    defaultValue: 0,
    min: 0,
    label: 'Episodes planned',
    admin: { position: 'sidebar', step: 1 },
  },
  {
    name: 'episodesMade',
    type: 'number',
    defaultValue: 0,
    min: 0,
    label: 'Episodes there',
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    // Made for a script that has not come yet: what a crash leaves of it is removed. Nobody but the import says so.
    name: 'awaitsScript',
    type: 'checkbox',
    defaultValue: false,
    hidden: true,
    access: { create: () => false, update: () => false },
  },
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    validate: isUser,
    admin: { position: 'sidebar', readOnly: true },
  },
]
