import type { Field } from 'payload'
import {
  canonicalNameField,
  lineField,
  mediaField,
  plainOptions,
  projectField,
  withoutHeading,
} from '@/fields'

export const CHARACTER_SCOPES = ['project', 'world', 'organization'] as const
export const CHARACTER_ROLES = [
  'protagonist',
  'antagonist',
  'supporting',
  'minor',
  'background',
  'narrator',
] as const

const isScope = (scope: string) => (data: Record<string, unknown> | undefined) => data?.scope === scope

export const characterFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Person',
        fields: [
          {
            type: 'row',
            fields: [
              lineField({ name: 'name', required: true, maxLength: 200, index: true }),
              lineField({
                name: 'age',
                maxLength: 50,
                admin: { description: 'A number or words: “late forties”.' },
              }),
              {
                name: 'role',
                type: 'select',
                defaultValue: 'supporting',
                options: plainOptions(CHARACTER_ROLES),
              },
            ],
          },
          // Not in a form that makes somebody: who is new has no name that anything could go on saying.
          {
            name: 'formerNames',
            type: 'ui',
            admin: {
              components: { Field: '/admin/names/RenameInScript#RenameInScript' },
              disableListColumn: true,
            },
          },
          lineField({
            name: 'aliases',
            hasMany: true,
            admin: {
              description: 'Other names the script uses for the same person. Press enter after each.',
            },
          }),
          { name: 'personality', type: 'textarea' },
          { name: 'backstory', type: 'textarea' },
          { name: 'motivations', type: 'textarea' },
          {
            name: 'relationships',
            type: 'array',
            maxRows: 200,
            labels: { singular: 'Relationship', plural: 'Relationships' },
            fields: [
              {
                type: 'row',
                fields: [
                  {
                    name: 'character',
                    type: 'relationship',
                    relationTo: 'characters',
                    // They lead back, so that each step would take as many documents again.
                    maxDepth: 1,
                    // Not `required`: the column could not be emptied in old versions when that one is deleted.
                    validate: (value: unknown) => (value ? true : 'This field is required.'),
                  },
                  {
                    name: 'kind',
                    type: 'text',
                    required: true,
                    admin: { description: 'sister, rival, employer …' },
                  },
                ],
              },
              { name: 'notes', type: 'textarea' },
            ],
          },
        ],
      },
      {
        label: 'Look',
        fields: [
          {
            name: 'visualDesign',
            type: 'group',
            label: 'Look',
            admin: withoutHeading,
            fields: [
              {
                name: 'description',
                type: 'textarea',
                admin: { description: 'Face, hair, build, clothes.' },
              },
              lineField({
                name: 'castAs',
                label: 'Drawn and voiced as',
                maxLength: 200,
                admin: {
                  description:
                    'The name under which face, dress and voice were found. They stay when somebody is renamed; empty this, and they are found anew.',
                  // Said only where it is not the name.
                  condition: (_, siblings) => Boolean(siblings?.castAs),
                },
              }),
              mediaField('image', { name: 'references', hasMany: true }),
              mediaField('image', {
                name: 'approvedDesign',
                admin: { description: 'The final design that every picture follows.' },
              }),
            ],
          },
        ],
      },
      {
        label: 'Voice',
        fields: [
          {
            name: 'voiceProfile',
            type: 'group',
            label: 'Voice',
            admin: withoutHeading,
            fields: [
              { name: 'voice', type: 'relationship', relationTo: 'voices' },
              {
                name: 'settings',
                type: 'group',
                admin: { description: 'Adjusts the voice for this character only.' },
                fields: [
                  {
                    type: 'row',
                    fields: [
                      { name: 'pitch', type: 'number', min: 0, max: 99 },
                      { name: 'rate', type: 'number', min: 80, max: 450, label: 'Words per minute' },
                    ],
                  },
                ],
              },
              {
                name: 'consent',
                type: 'group',
                admin: {
                  description: 'Whose voice this is and that they agreed. Needed for a cloned voice.',
                },
                fields: [
                  {
                    type: 'row',
                    fields: [
                      { name: 'isGiven', type: 'checkbox', defaultValue: false },
                      { name: 'givenBy', type: 'text', admin: { condition: (_, s) => Boolean(s?.isGiven) } },
                      { name: 'givenAt', type: 'date', admin: { condition: (_, s) => Boolean(s?.isGiven) } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        label: 'Appearances',
        fields: [
          {
            name: 'appearances',
            type: 'join',
            collection: 'scenes',
            on: 'characters',
            defaultSort: 'order',
            defaultLimit: 50,
            admin: { defaultColumns: ['episode', 'sceneNumber', 'heading'], allowCreate: false },
          },
        ],
      },
    ],
  },
  {
    name: 'scope',
    type: 'select',
    required: true,
    defaultValue: 'project',
    options: plainOptions(CHARACTER_SCOPES),
    index: true,
    admin: { position: 'sidebar', description: 'Who may use this character.' },
  },
  {
    ...projectField({ isRequired: false }),
    admin: { position: 'sidebar', condition: isScope('project') },
  } as Field,
  {
    name: 'world',
    type: 'relationship',
    relationTo: 'worlds',
    index: true,
    admin: { position: 'sidebar', condition: isScope('world') },
  },
  {
    name: 'lineCount',
    type: 'number',
    defaultValue: 0,
    admin: { position: 'sidebar', readOnly: true, description: 'Dialogue lines in all imported scripts.' },
  },
  canonicalNameField,
]
