import type { CollectionConfig } from 'payload'
import { inProject } from '@/access'
import { jsonField, projectField, shownField } from '@/fields'

const readOnly = { readOnly: true } as const

/** The ledger of AI calls. Written by PromptService only; nobody edits history. */
export const PromptsExecuted: CollectionConfig = {
  slug: 'prompts-executed',
  labels: { singular: 'AI call', plural: 'AI calls' },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['project', 'createdAt'] }],
  admin: {
    group: 'Generation',
    useAsTitle: 'purpose',
    defaultColumns: ['purpose', 'project', 'provider', 'model', 'latencyMs', 'costMicroUsd', 'createdAt'],
    description: 'Every call to a provider: what was asked, by whom and why, what it answered and cost.',
  },
  access: { create: () => false, read: inProject('read'), update: () => false, delete: () => false },
  fields: [
    shownField('words', { name: 'purpose', type: 'text', required: true, index: true }),
    {
      type: 'row',
      fields: [
        { name: 'provider', type: 'text', required: true, index: true, admin: readOnly },
        { name: 'model', type: 'text', admin: readOnly },
        shownField('milliseconds', { name: 'latencyMs', type: 'number', label: 'Took' }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'inputTokens', type: 'number', admin: readOnly },
        { name: 'outputTokens', type: 'number', admin: readOnly },
        shownField('dollars', { name: 'costMicroUsd', type: 'number', defaultValue: 0, label: 'Cost' }),
      ],
    },
    { name: 'renderedPrompt', type: 'textarea', admin: readOnly },
    jsonField({ name: 'parameters', admin: readOnly }),
    jsonField({ name: 'result', admin: readOnly }),
    { name: 'error', type: 'textarea', admin: { ...readOnly, condition: (data) => Boolean(data?.error) } },
    {
      name: 'template',
      type: 'relationship',
      relationTo: 'prompt-templates',
      admin: { position: 'sidebar', ...readOnly },
    },
    { name: 'templateVersion', type: 'number', admin: { position: 'sidebar', ...readOnly } },
    projectField({ isRequired: false }),
    {
      name: 'task',
      type: 'relationship',
      relationTo: 'tasks',
      index: true,
      admin: { position: 'sidebar', ...readOnly },
    },
    { name: 'user', type: 'relationship', relationTo: 'users', admin: { position: 'sidebar', ...readOnly } },
  ],
}
