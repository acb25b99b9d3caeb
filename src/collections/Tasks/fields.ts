import type { Field } from 'payload'
import { TASK_STATES } from '@/contracts'
import { jsonField, plainOptions, projectField, shownField } from '@/fields'

const readOnly = { readOnly: true } as const

export const taskFields: Field[] = [
  { name: 'title', type: 'text', admin: readOnly },
  {
    type: 'row',
    fields: [
      shownField('words', { name: 'type', type: 'text', required: true, label: 'Kind of work' }),
      {
        name: 'state',
        type: 'select',
        required: true,
        defaultValue: 'ready',
        options: plainOptions(TASK_STATES),
        index: true,
        admin: readOnly,
      },
      { name: 'priority', type: 'number', required: true, defaultValue: 0, admin: readOnly },
    ],
  },
  {
    name: 'progress',
    type: 'group',
    label: 'Progress',
    admin: { components: { Field: '/admin/progress/TaskProgress#TaskProgress' } },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'percentage',
            type: 'number',
            defaultValue: 0,
            min: 0,
            max: 100,
            label: 'Done (%)',
            admin: readOnly,
          },
          { name: 'stage', type: 'text', admin: readOnly },
          { name: 'etaSeconds', type: 'number', label: 'Seconds to go', admin: readOnly },
        ],
      },
    ],
  },
  jsonField({
    name: 'error',
    admin: {
      ...readOnly,
      condition: (data) => Boolean(data?.error),
      description: 'Why the last attempt failed.',
    },
  }),
  jsonField({ name: 'input', admin: readOnly }),
  jsonField({ name: 'result', admin: { ...readOnly, condition: (data) => Boolean(data?.result) } }),
  jsonField({ name: 'history', admin: { ...readOnly, description: 'How earlier attempts ended.' } }),
  // The provider's handle on accepted work.
  jsonField({ name: 'operation', admin: { hidden: true } }),
  {
    type: 'row',
    fields: [
      { name: 'attempts', type: 'number', defaultValue: 0, admin: readOnly },
      { name: 'maxAttempts', type: 'number', defaultValue: 3, admin: readOnly },
    ],
  },
  {
    type: 'row',
    fields: [
      shownField('dollars', {
        name: 'estimatedCost',
        type: 'number',
        defaultValue: 0,
        label: 'Estimated cost',
      }),
      shownField('dollars', { name: 'actualCost', type: 'number', defaultValue: 0, label: 'Cost' }),
    ],
  },
  {
    name: 'dependsOn',
    type: 'relationship',
    relationTo: 'tasks',
    hasMany: true,
    maxDepth: 1,
    index: true,
    admin: readOnly,
  },
  projectField({ isRequired: false }),
  {
    name: 'episode',
    type: 'relationship',
    relationTo: 'episodes',
    index: true,
    admin: { position: 'sidebar', ...readOnly },
  },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: 'tasks',
    index: true,
    admin: { position: 'sidebar', ...readOnly },
  },
  { name: 'isStep', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  {
    name: 'runId',
    type: 'text',
    index: true,
    label: 'Run',
    // Groups the tasks of one run, for machines; the list can be filtered by it.
    admin: { position: 'sidebar', ...readOnly, disableListColumn: true, condition: () => false },
  },
  { name: 'idempotencyKey', type: 'text', unique: true, admin: { hidden: true } },
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    admin: { position: 'sidebar', ...readOnly },
  },
  {
    name: 'runAt',
    type: 'date',
    label: 'Not before',
    admin: { position: 'sidebar', ...readOnly },
  },
  { name: 'worker', type: 'text', admin: { position: 'sidebar', ...readOnly } },
  { name: 'leaseToken', type: 'text', hidden: true, admin: { hidden: true } },
  {
    name: 'leaseExpiresAt',
    type: 'date',
    label: 'The worker’s until',
    admin: { position: 'sidebar', ...readOnly, condition: (data) => data?.state === 'running' },
  },
  {
    name: 'heartbeatAt',
    type: 'date',
    label: 'Last sign of life',
    admin: { position: 'sidebar', ...readOnly, condition: (data) => data?.state === 'running' },
  },
  { name: 'isCancelRequested', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  { name: 'startedAt', type: 'date', admin: { position: 'sidebar', ...readOnly } },
  { name: 'finishedAt', type: 'date', index: true, admin: { position: 'sidebar', ...readOnly } },
]
