import type { CollectionConfig } from 'payload'
import { isAdmin, isSignedIn } from '@/access'

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
    description: 'What providers are told, with variables. Shared by the whole studio.',
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
    {
      name: 'body',
      type: 'code',
      required: true,
      admin: { language: 'handlebars', description: 'Variables stand in double braces: {{scene.heading}}.' },
    },
    { name: 'inputSchema', type: 'json', admin: { description: 'JSON Schema of the variables.' } },
    { name: 'modelDefaults', type: 'json', admin: { description: 'Provider, model and parameters.' } },
    {
      name: 'testCases',
      type: 'array',
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'input', type: 'json', required: true },
        {
          name: 'expected',
          type: 'textarea',
          admin: { description: 'What the rendered prompt must contain.' },
        },
      ],
    },
  ],
}
