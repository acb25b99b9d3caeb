import type { CollectionConfig } from 'payload'
import { isAdmin, isSignedIn } from '@/access'
import { jsonField, lineField, monospacedField } from '@/fields'

export const PromptTemplates: CollectionConfig = {
  slug: 'prompt-templates',
  labels: { singular: 'Prompt template', plural: 'Prompt templates' },
  trash: true,
  versions: { maxPerDoc: 50, drafts: true },
  indexes: [{ fields: ['key', 'version'], unique: true }],
  admin: {
    group: 'Generation',
    useAsTitle: 'key',
    defaultColumns: ['key', 'version', 'description', 'updatedAt'],
    description:
      'What AI providers are told, with variables; shared by the whole studio. The local provider follows rules and needs none: write them here once a provider is connected that does.',
  },
  access: {
    create: ({ req }) => isAdmin(req),
    read: ({ req }) => isSignedIn(req),
    readVersions: ({ req }) => isAdmin(req),
    update: ({ req }) => isAdmin(req),
    delete: ({ req }) => isAdmin(req),
  },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'key', type: 'text', required: true, maxLength: 100, index: true },
        { name: 'version', type: 'number', required: true, defaultValue: 1, min: 1 },
      ],
    },
    { name: 'description', type: 'textarea' },
    monospacedField({
      name: 'body',
      required: true,
      admin: { description: 'Variables stand in double braces: {{scene.heading}}.' },
    }),
    jsonField({ name: 'inputSchema', admin: { description: 'JSON Schema of the variables.' } }),
    jsonField({ name: 'modelDefaults', admin: { description: 'Provider, model and parameters.' } }),
    {
      name: 'testCases',
      type: 'array',
      fields: [
        lineField({ name: 'name', required: true }),
        jsonField({ name: 'input', required: true }),
        {
          name: 'expected',
          type: 'textarea',
          admin: { description: 'What the rendered prompt must contain.' },
        },
      ],
    },
  ],
}
