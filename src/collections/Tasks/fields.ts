import type { Field } from 'payload'
import { TASK_STATES } from '@/contracts'
import { plainOptions, projectField } from '@/fields'

const readOnly = { readOnly: true } as const

export const taskFields: Field[] = [
  { name: 'title', type: 'text', admin: readOnly },
  {
    type: 'row',
    fields: [
      { name: 'type', type: 'text', required: true, admin: readOnly },
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
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'percentage', type: 'number', defaultValue: 0, min: 0, max: 100, admin: readOnly },
          { name: 'stage', type: 'text', admin: readOnly },
          { name: 'etaSeconds', type: 'number', label: 'Seconds to go', admin: readOnly },
        ],
      },
    ],
  },
  {
    name: 'error',
    type: 'json',
    admin: {
      ...readOnly,
      condition: (data) => Boolean(data?.error),
      description: 'Why the last attempt failed.',
    },
  },
  { name: 'input', type: 'json', admin: readOnly },
  { name: 'result', type: 'json', admin: { ...readOnly, condition: (data) => Boolean(data?.result) } },
  { name: 'history', type: 'json', admin: { ...readOnly, description: 'How earlier attempts ended.' } },
  {
    name: 'operation',
    type: 'json',
    admin: { hidden: true, description: 'The provider’s handle on accepted work.' },
  },
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
      {
        name: 'estimatedCost',
        type: 'number',
        defaultValue: 0,
        label: 'Estimated cost (µUSD)',
        admin: readOnly,
      },
      { name: 'actualCost', type: 'number', defaultValue: 0, label: 'Cost (µUSD)', admin: readOnly },
    ],
  },
  {
    name: 'dependsOn',
    type: 'relationship',
    relationTo: 'tasks',
    hasMany: true,
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
    admin: { position: 'sidebar', ...readOnly, description: 'Groups the tasks of one pipeline run.' },
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
    admin: { position: 'sidebar', ...readOnly, description: 'Not before this time.' },
  },
  { name: 'worker', type: 'text', admin: { position: 'sidebar', ...readOnly } },
  { name: 'leaseToken', type: 'text', hidden: true, admin: { hidden: true } },
  { name: 'leaseExpiresAt', type: 'date', admin: { position: 'sidebar', ...readOnly } },
  { name: 'heartbeatAt', type: 'date', admin: { position: 'sidebar', ...readOnly } },
  { name: 'isCancelRequested', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  { name: 'startedAt', type: 'date', admin: { position: 'sidebar', ...readOnly } },
  { name: 'finishedAt', type: 'date', index: true, admin: { position: 'sidebar', ...readOnly } },
]
